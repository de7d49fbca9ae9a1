export { grantPoints, loadPoints } from './points.ts'
