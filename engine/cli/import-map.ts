import { UserError } from '../core/errors.ts'
import { Zone } from '../core/time/zone.ts'
import type { EventMap, MemberMap } from '../members/face.ts'

/** Names in `--map` that say who a line is about; best known first. Every other is an attribute or a property. */
const IDENTITIES = ['user', 'anonymous', 'email', 'phone']
const TYPES = ['text', 'number', 'boolean'] as const

export const MAP_HELP = `
--map NAME[:TYPE]=COLUMN says what a column holds; COLUMN is a name of the header, or a number from 1.
  NAME   user (the member's id with you), anonymous, email, phone: who the line is about; any other: what is kept of it
  TYPE   text (where none is told), number or boolean
An empty cell is passed over. A bad line is told by its number and passed over; the exit code is then 2.
Importing a file again, also after having been cut short, adds what is missing and nothing twice.`

interface Mapping {
  readonly name: string
  readonly column: string
  readonly as: (typeof TYPES)[number]
}

function readMapping(text: string): Mapping {
  const [, name = '', type, column = ''] = /^([^=:]+)(?::([^=]*))?=(.+)$/s.exec(text) ?? []
  const as = TYPES.find((known) => known === (type ?? 'text'))
  if (name.trim() && column.trim() && as) return { name: name.trim(), column: column.trim(), as }
  throw new UserError(
    'import-map',
    `--map ${text} cannot be read: write NAME=COLUMN or NAME:TYPE=COLUMN, TYPE one of ${TYPES.join(', ')}.`,
  )
}

function read(texts: readonly string[]) {
  const mappings = texts.map(readMapping)
  const twice = mappings.find(({ name }, i) => mappings.findIndex((other) => other.name === name) < i)
  if (twice) throw new UserError('import-map', `--map names ${twice.name} twice: give each a name of its own.`)
  const identities = IDENTITIES.flatMap((namespace) => {
    const found = mappings.find(({ name }) => name === namespace)
    return found ? [{ namespace, column: found.column }] : []
  })
  if (identities.length === 0)
    throw new UserError('import-map', `No --map says who a line is about: add one, such as --map user=1.`)
  const values = (kept: (mapping: Mapping) => boolean) =>
    Object.fromEntries(mappings.filter(kept).map(({ name, column, as }) => [name, { column, as }]))
  return { identities, values }
}

/** Reads the `--map`s of a file of members. An address is kept of a member who is known by an id, and is who it is otherwise. */
export function memberMapOf(texts: readonly string[]): MemberMap {
  const { identities, values } = read(texts)
  const ids = identities.filter(({ namespace }) => namespace === 'user' || namespace === 'anonymous')
  return {
    identities: ids.length > 0 ? ids : identities,
    attributes: values(({ name }) => name !== 'user' && name !== 'anonymous'),
  }
}

export interface EventMapOptions {
  readonly map: readonly string[]
  readonly event?: string
  readonly eventColumn?: string
  readonly at: string
  readonly time: string
  readonly id?: string
}

/** Reads what the options say of a file of events. Throws a UserError for what cannot be meant. */
export function eventMapOf(options: EventMapOptions, zone: string): EventMap {
  const { map, event, eventColumn, at, time, id } = options
  if ((event === undefined) === (eventColumn === undefined))
    throw new UserError('import-map', 'Name the events either with --event NAME or with --event-column COLUMN.')
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new UserError('import-map', `--time ${time} is no time of day: write it as HH:MM.`)
  if (!Zone.safeParse(zone).success)
    throw new UserError('import-map', `--zone ${zone} is no time zone: write an IANA name such as Asia/Shanghai.`)
  const { identities, values } = read(map)
  return {
    identities,
    event: event === undefined ? { column: eventColumn ?? '' } : { name: event },
    at: { column: at, zone, time },
    properties: values(({ name }) => !IDENTITIES.includes(name)),
    ...(id === undefined ? {} : { id }),
  }
}

const DELIMITERS: Readonly<Record<string, string>> = { comma: ',', tab: '\t', semicolon: ';', whitespace: 'whitespace' }

/** What `--delimiter` means; without it, what the file's name says. */
export function delimiterOf(told: string | undefined, file: string): string {
  if (told === undefined) return /\.(tsv|tab)$/i.test(file) ? '\t' : ','
  const delimiter = DELIMITERS[told] ?? told.replaceAll('\\t', '\t')
  if (delimiter !== '' && !/["\r\n]/.test(delimiter)) return delimiter
  throw new UserError(
    'import-delimiter',
    `--delimiter cannot be ${JSON.stringify(told)}: write ${Object.keys(DELIMITERS).join(', ')}, or the characters.`,
  )
}
