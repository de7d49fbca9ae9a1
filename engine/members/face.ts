export { keepArms } from './arms.ts'
export { countEvents, type EventSpan, loadAttribute, loadTag } from './facts.ts'
export { type Identity, resolveMembers, setAttributes, setIdentities } from './identities.ts'
export { tagMembers } from './tags.ts'
