import { Command } from 'commander'
import { HOLIDAYS } from '../../core/time/calendar.ts'
import { loadHolidays, saveHolidays } from '../../members/face.ts'
import { changeHolidays } from '../../runtime/holidays.ts'
import { readJson } from '../json-file.ts'
import { answer, inWorkspace, type WorkspaceOptions, withWorkspace } from '../workspace.ts'

export const holidaysCommand = (): Command =>
  new Command('holidays').description('holidays: which days are worked').addCommand(
    inWorkspace(new Command('import'))
      .description('put whole years in place of what was known of them')
      .argument('<file>', 'holidays, as JSON')
      .addHelpText(
        'after',
        `
A file: { "years": [2027], "days": [ { "date": "2027-01-01", "is": "off", "name": "元旦" },
  { "date": "2027-02-14", "is": "work", "name": "春节" } ] }
Where a name does not say which statutory holiday a day belongs to, add "holiday": ${HOLIDAYS.join(', ')}.`,
      )
      .action(async (file: string, { workspace, json }: WorkspaceOptions) => {
        const input = readJson(file)
        await withWorkspace(workspace, async (engine, tenant) => {
          const { years, own } = await engine.store.inTenant(tenant, async (tx) => {
            await changeHolidays(engine, tx, () => saveHolidays(tx, input, 'cli'))
            return loadHolidays(tx)
          })
          const known = `holidays are known from ${years[0]} to ${years.at(-1)}; of your own: ${own.join(', ')}`
          answer(json, { years, own }, () => known)
        })
      }),
  )
