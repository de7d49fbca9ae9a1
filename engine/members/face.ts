export { type ApiKey, type ApiScope, apiKeys, findApiKey, issueApiKey, revokeApiKey } from './api-keys.ts'
export { changeAttribute } from './attributes.ts'
export { type Catalogue, FIELD_TYPES, loadCatalogue } from './catalogue.ts'
export { countEvents, type EventSpan, loadAttribute, loadTag } from './facts.ts'
export {
  firstDatesOf,
  keepFirstDates,
  loadFirstDates,
  nextOfFirstDate,
  saveFirstDates,
  setFirstDate,
} from './first-dates.ts'
export {
  changeGroup,
  createGroup,
  deleteGroup,
  findGroup,
  type Group,
  groupIds,
  inGroupsSql,
  judgeGroups,
  listGroups,
  lockGroup,
  moveMembers,
  peopleOfGroup,
  renameGroup,
} from './groups.ts'
export { BUILT_IN_CALENDAR, forgetHolidays, loadCalendar, loadHolidays, saveHolidays } from './holidays.ts'
export { addressesIn, type Identity, resolveMembers, setAttributes, setIdentities } from './identities.ts'
export { type EventImport, importEvents } from './import/events.ts'
export { linesOfObjects, linesOfRows, uploadList } from './import/group-list.ts'
export type { ImportResult } from './import/import.ts'
export type { EventMap, MemberMap } from './import/mapping.ts'
export { type Imported, importMembers } from './import/members.ts'
export { type Row, type RowFormat, readRows } from './import/rows.ts'
export { loadMembership, setsOf } from './membership.ts'
export {
  countMembers,
  listMembers,
  loadProfile,
  type Page,
  type Person,
  unknownPlace,
} from './people.ts'
export { lockSegment } from './segment-lock.ts'
export {
  type ComputedSet,
  computedSets,
  computeSet,
  dropSet,
  lockSet,
  nextComputing,
  SET_SCHEDULES,
  scheduleSet,
} from './segment-sets.ts'
export {
  countRule,
  deleteSegment,
  findSegment,
  judgeSegments,
  listSegments,
  peopleOfRule,
  type Segment,
  saveSegment,
} from './segments.ts'
export { lapseTags, membersOfLapsedTags, tagMembers } from './tags.ts'
export {
  crossWatch,
  dropWatch,
  lookedAt,
  strayMembers,
  type Watch,
  type WatchCache,
  watchesWokenBy,
  watchNow,
  watchSegments,
} from './watches.ts'
