export { keepArms, loadArms } from './arms.ts'
export { countArrivals } from './counts.ts'
export { takeSlots } from './gates.ts'
export { fillArms } from './quotas.ts'
