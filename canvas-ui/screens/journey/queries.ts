import { queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../api/client.ts'
import type { paths } from '../../api/schema.gen.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type Journey = Answer<'/api/w/{ws}/journeys/{key}'>
export type Counts = Answer<'/api/w/{ws}/journeys/{key}/counts'>
export type Report = Answer<'/api/w/{ws}/journeys/{key}/report'>
export type Trials = Answer<'/api/w/{ws}/journeys/{key}/trials'>
export type Person = Answer<'/api/w/{ws}/journeys/{key}/nodes/{node}/people'>['people'][number]
export type Check = paths['/api/w/{ws}/journeys/{key}/check']['post']['responses'][200]['content']['application/json']

type Rehearse = paths['/api/w/{ws}/journeys/{key}/in-flight/rehearse']['post']
export type Rehearsal = Rehearse['responses'][200]['content']['application/json']

/** Which journey of which workspace. */
export interface Place {
  readonly ws: string
  readonly key: string
}

export const journeyOf = ({ ws, key }: Place) =>
  queryOptions({
    queryKey: ['journey', ws, key],
    queryFn: () => answered(api.GET('/api/w/{ws}/journeys/{key}', { params: { path: { ws, key } } })),
  })
