import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { locales } from '../../nodes/locales.ts'
import { problemText } from '../core/journey/problems.locale.ts'
import { PROBLEMS, type ProblemCode, problem } from '../core/journey/problems.ts'
import { approvalMachine } from '../core/lifecycles/approval.ts'
import { enrolmentMachine } from '../core/lifecycles/enrolment.ts'
import { journeyMachine } from '../core/lifecycles/journey.ts'
import { messageMachine } from '../core/lifecycles/message.ts'
import { runMachine } from '../core/lifecycles/run.ts'
import { allows } from '../core/lifecycles/transitions.ts'

/** A page of docs/made/, made of the code: `npx vitest run engine/testing/docs -u` makes it anew. */
const page = (name: string) => fileURLToPath(new URL(`../../docs/made/${name}`, import.meta.url))
const MADE = '<!-- Made by engine/testing/docs.test.ts: do not edit. -->'

const MACHINES = [
  ['Journey', journeyMachine],
  ['Enrolment', enrolmentMachine],
  ['Message', messageMachine],
  ['Run', runMachine],
  ['Approval', approvalMachine],
] as const

function diagramOf(machine: (typeof MACHINES)[number][1]): string {
  const id = (state: string) => state.replaceAll('-', '_')
  const states = Object.keys(machine.states)
  const names = states.filter((s) => s !== id(s)).map((s) => `  ${id(s)}: ${s}`)
  const arrows = states.flatMap((state) =>
    machine.events.flatMap((event) => {
      const target = allows(machine, state, event)
      return target ? [`  ${id(state)} --> ${id(target)}: ${event}`] : []
    }),
  )
  const first = `  [*] --> ${id(String(machine.config.initial))}`
  return ['```mermaid', 'stateDiagram-v2', ...names, first, ...arrows, '```'].join('\n')
}

describe('the docs', () => {
  it('draw the lives of things as the machines have them', async () => {
    const drawn = MACHINES.map(([name, machine]) => `## ${name}\n${diagramOf(machine)}`)
    const text = `# Lives\n${MADE}\nWhat a machine refuses, the server refuses.\n\n${drawn.join('\n\n')}\n`
    await expect(text).toMatchFileSnapshot(page('lifecycles.md'))
  })

  it('list every problem of the compiler', async () => {
    const places = { id: 'x', type: 'x', outcome: 'x', outcomes: 'yes, no', nodes: 'a → b', kind: 'segment', key: 'x' }
    const counts = { schema: 2, version: 2, newest: 1, count: 60, most: 50 }
    const shown = { ...places, ...counts, message: '…', messageZh: '…', name: 'x' }
    const rows = Object.entries(PROBLEMS).map(([code, { number, severity }]) => {
      const text = (language: 'zh-CN' | 'en') => problemText(problem(code as ProblemCode, {}, shown), language) // a key of the table
      return `| WM${number} | ${code} | ${severity} | ${text('zh-CN')} | ${text('en')} |`
    })
    const head = '| number | code | severity | 中文 | English |\n|---|---|---|---|---|'
    await expect(
      `# Problems\n${MADE}\nWhat publishing a journey may answer.\n\n${head}\n${rows.join('\n')}\n`,
    ).toMatchFileSnapshot(page('problems.md'))
  })

  it('list every node type', async () => {
    const rows = [...locales].map(
      ([type, { 'zh-CN': zh, en }]) => `| \`${type}\` | ${zh.name} | ${en.name} | ${en.help} |`,
    )
    const head = '| type | 中文 | English | what it does |\n|---|---|---|---|'
    await expect(`# Node types there are\n${MADE}\n\n${head}\n${rows.join('\n')}\n`).toMatchFileSnapshot(
      page('node-types.md'),
    )
  })
})
