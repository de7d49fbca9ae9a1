import { differenceOf, type NodeDifference } from '../../core/journey/difference.ts'
import type { JourneyDocument } from '../../core/journey/document.ts'
import { isSame } from '../../core/same.ts'
import type { Step } from './plan-push.ts'

const SIGNS = { create: '+', change: '~', unchanged: '=', behind: '<', conflict: '!', archived: '!' } as const

/** What pushing a file would do, for a person to read: node by node. */
export function stepText(step: Step): string {
  const head = `${SIGNS[step.kind]} ${step.mine.key}: ${headText(step)}`
  return [head, ...detailLines(step).map((line) => `    ${line}`)].join('\n')
}

function headText(step: Step): string {
  switch (step.kind) {
    case 'create':
      return `create, ${step.mine.nodes.length} nodes`
    case 'change':
      return 'change'
    case 'unchanged':
      return 'unchanged'
    case 'behind':
      return `edited there${by(step.there.savedBy)} and not here: pull it`
    case 'conflict':
      return `conflict: edited there${by(step.there.savedBy)} since it was pulled, and here. Pull into another folder and join the two`
    case 'archived':
      return 'conflict: an archived journey has this key. Give the file another'
  }
}

const by = (name: string | null): string => (name === null ? '' : ` by ${name}`)

const detailLines = (step: Step): string[] =>
  step.kind === 'change' || step.kind === 'conflict' ? differenceLines(step.there.document, step.mine) : []

/** How a document would become another. */
export function differenceLines(from: JourneyDocument, to: JourneyDocument): string[] {
  const { nodes, name, tests, notes } = differenceOf(to, from)
  return [
    ...(name ? [`name ${shown(from.name)} → ${shown(to.name)}`] : []),
    ...valueLines('note', from.note, to.note),
    ...valueLines('settings', from.settings, to.settings),
    ...nodes.flatMap((node) => nodeLines(node, from, to)),
    ...(notes ? ['notes on the canvas'] : []),
    ...(tests ? testLines(from, to) : []),
  ]
}

function nodeLines({ id, kind, parts }: NodeDifference, from: JourneyDocument, to: JourneyDocument): string[] {
  const [before, after] = [from, to].map(({ nodes }) => nodes.find((node) => node.id === id))
  if (kind === 'mine') return [`+ node ${id} (${after?.type})`, ...edgeLines(id, from, to)]
  if (kind === 'theirs') return [`- node ${id} (${before?.type})`, ...edgeLines(id, from, to)]
  const values = (['type', 'name', 'note', 'onError', 'settings', 'position'] as const).flatMap((part) =>
    valueLines(part, before?.[part], after?.[part]),
  )
  return [
    ...(values.length > 0 ? [`~ node ${id}`, ...values.map((line) => `    ${line}`)] : []),
    ...(parts.includes('edges') ? edgeLines(id, from, to) : []),
  ]
}

function edgeLines(id: string, from: JourneyDocument, to: JourneyDocument): string[] {
  const [before = [], after = []] = [from, to].map(({ edges }) =>
    edges.filter((edge) => edge.from === id).map((edge) => `edge ${edge.from}.${edge.outcome} → ${edge.to}`),
  )
  return [
    ...before.filter((edge) => !after.includes(edge)).map((edge) => `- ${edge}`),
    ...after.filter((edge) => !before.includes(edge)).map((edge) => `+ ${edge}`),
  ]
}

function testLines({ tests: before = [] }: JourneyDocument, { tests: after = [] }: JourneyDocument): string[] {
  const told = after.flatMap((test) => {
    const other = before.find(({ name }) => name === test.name)
    if (!other) return [`+ test ${test.name}`]
    return isSame(test, other) ? [] : [`~ test ${test.name}`]
  })
  const gone = before.filter(({ name }) => !after.some((test) => test.name === name))
  const lines = [...told, ...gone.map(({ name }) => `- test ${name}`)]
  return lines.length > 0 ? lines : ['~ the order of the tests']
}

/** Where two values are not alike, by dotted path. */
function valueLines(path: string, from: unknown, to: unknown): string[] {
  if (isSame(from ?? null, to ?? null)) return []
  if (!isOpen(from) || !isOpen(to) || Array.isArray(from) !== Array.isArray(to))
    return [`${path} ${shown(from)} → ${shown(to)}`]
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort()
  return keys.flatMap((key) => valueLines(`${path}.${key}`, Reflect.get(from, key), Reflect.get(to, key)))
}

const isOpen = (value: unknown): value is object => typeof value === 'object' && value !== null

const MOST_SHOWN = 80
function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}
