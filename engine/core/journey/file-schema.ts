import { z } from 'zod'
import { PathTestFile } from '../path-test/path-test.ts'
import { DocumentNode, JourneyDocument } from './document.ts'
import type { NodeDefinition, Registry } from './node.ts'

/** What the files are called beside each other, so that editors find a schema by `$schema`. */
export const SCHEMA_FILES = { journey: 'journey.schema.json', tests: 'journey-tests.schema.json' } as const

/** The published JSON Schemas of a journey's file, with the settings of every node type, and of the file of its tests. */
export function fileSchemas(registry: Registry): Record<keyof typeof SCHEMA_FILES, object> {
  const [first, ...others] = [...registry.values()].map(nodeOf)
  if (!first) throw new Error('there is no node type')
  const nodes = z.array(z.discriminatedUnion('type', [first, ...others]))
  const file = JourneyDocument.extend({ $schema: z.string().optional(), nodes })
  const published = { io: 'input', reused: 'ref' } as const
  return { journey: z.toJSONSchema(file, published), tests: z.toJSONSchema(PathTestFile, published) }
}

/** A node of one type. Settings that all have defaults may be left out. */
const nodeOf = ({ type, settings }: NodeDefinition) =>
  DocumentNode.extend({
    type: z.literal(type),
    settings: settings.safeParse({}).success ? settings.optional() : settings,
  })
