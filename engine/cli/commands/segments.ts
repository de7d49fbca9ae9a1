import { Command } from 'commander'
import { saveSegment } from '../../members/face.ts'
import { readJson } from '../json-file.ts'
import { answer, inWorkspace, type WorkspaceOptions, withWorkspace } from '../workspace.ts'

interface Options extends WorkspaceOptions {
  readonly name?: string
}

export const segmentsCommand = (): Command =>
  new Command('segments').description('segments: members by a rule').addCommand(
    inWorkspace(new Command('save'))
      .description('make a segment, or change it for everybody who uses it')
      .argument('<key>', 'what journeys call it')
      .argument('<file>', 'its rule, as JSON')
      .option('--name <name>', 'what people call it; else its key')
      .addHelpText(
        'after',
        `
A rule: { "all": [ { "field": "member.city", "op": "eq", "value": "上海" },
  { "events": { "event": "order completed", "atLeast": 2, "window": { "kind": "last", "duration": { "amount": 90, "unit": "day" } } } } ] }`,
      )
      .action(async (key: string, file: string, { workspace, json, name = key }: Options) => {
        const rule = readJson(file)
        await withWorkspace(workspace, async ({ store }, tenant) => {
          await store.withDb(tenant, (tx) => saveSegment(tx, { key, name, rule }))
          answer(json, { key, name }, () => `saved segment ${key}`)
        })
      }),
  )
