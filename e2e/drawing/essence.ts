import { JourneyDocument } from '../../engine/core/journey/document.ts'
import type { Json, JsonObject } from '../../engine/core/json.ts'
import { registry } from '../../nodes/definitions.ts'

/**
 * What a journey does, for comparison: without places on the canvas and without ids. Nodes and branches go by their names,
 * settings have their defaults written, a condition alone in a group stands without it.
 */
export function essenceOf(document: unknown): Json {
  const { name, settings, nodes, edges } = JourneyDocument.parse(document)
  const names = new Map(nodes.map((node) => [node.id, node.name]))
  const branches = new Map(
    nodes.flatMap((node) =>
      Object.values(node.settings)
        .flatMap((of) => (Array.isArray(of) ? of : []))
        .flatMap((each) => (isNamed(each) ? [[each.id, each.name] as const] : [])),
    ),
  )
  const outcomeOf = (outcome: string) => outcome.replace(/(?<=:).*/, (id) => branches.get(id) ?? id)
  return {
    name,
    settings: settings as unknown as JsonObject, // its schema describes JSON
    nodes: nodes
      .map(({ type, version, name, settings, onError }) => ({
        ...{ type, version, name, onError },
        settings: plain(registry.get(type)?.settings.parse(settings) as Json), // as above
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    edges: edges.map((e) => `${names.get(e.from)} [${outcomeOf(e.outcome)}] ${names.get(e.to)}`).toSorted(),
  }
}

const isNamed = (value: Json): value is { id: string; name: string } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  typeof value.id === 'string' &&
  typeof value.name === 'string'

function plain(value: Json): Json {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const { all, ...rest } = value
  if (Array.isArray(all) && all.length === 1 && Object.keys(rest).length === 0) return plain(all[0] ?? null)
  const { id: _, ...shown } = isNamed(value) ? value : { id: '', ...value }
  return Object.fromEntries(Object.entries(shown).map(([key, of]) => [key, plain(of)]))
}
