// `npm run temporal:get`
import { findTemporal } from './find-temporal.ts'

const found = await findTemporal({ get: true, say: console.log })
if ('none' in found) {
  console.error(`Temporal could not be had: ${found.none}.`)
  process.exitCode = 1
} else {
  console.log(`Temporal ${found.version} from ${found.from}: ${found.program}`)
}
