import { Option } from 'commander'
import { UserError } from '../core/errors.ts'
import { Zone } from '../core/time/zone.ts'

/** `--zone`, an IANA name. Throws a UserError for what is none. */
export const zoneOption = (of: string): Option =>
  new Option('--zone <zone>', of).default('Asia/Shanghai').argParser((zone) => {
    if (Zone.safeParse(zone).success) return zone
    throw new UserError('zone-unknown', `--zone ${zone} is no time zone: write an IANA name such as Asia/Shanghai.`)
  })
