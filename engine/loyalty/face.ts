export { grantPoints, loadPoints, type PointGrant } from './points.ts'
