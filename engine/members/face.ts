export { keepArms } from './arms.ts'
export { countEvents, type EventSpan, loadAttribute, loadTag } from './facts.ts'
export { type TagChange, tagMembers } from './tags.ts'
