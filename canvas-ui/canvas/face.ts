import { drawnWords } from '../../engine/core/explain/outcome.locale.ts'
import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import type { Category } from '../../engine/core/journey/node.ts'
import { registry } from '../../nodes/definitions.ts'
import { locales } from '../../nodes/locales.ts'
import type { NodeView } from '../../nodes/view.ts'
import { views } from '../../nodes/views.ts'
import type { Language } from '../locale/language.ts'
import { outcomesOf, settingsOf } from './outcomes.ts'
import { wordsIn } from './words.ts'

type DocumentNode = JourneyDocument['nodes'][number]

/** An outcome as a card shows it. */
export interface OutcomeFace {
  readonly key: string
  readonly name: string
}

/** What a card says about its node. */
export interface Face {
  readonly name: string
  /** The name of its type. */
  readonly kind: string
  readonly category: Category
  readonly icon: NodeView['icon'] | undefined
  /** Its settings in one line; empty while they are not valid. */
  readonly summary: string
  readonly outcomes: readonly OutcomeFace[]
  /** Nothing follows it. */
  readonly ends: boolean
}

/** The face of a node in one language. A type that is not registered keeps its name and its drawn outcomes. */
export function faceOf(node: DocumentNode, drawn: readonly string[], language: Language): Face {
  const view = views.get(node.type)
  const text = locales.get(node.type)?.[language]
  const settings = settingsOf(node)
  const said = settings === undefined ? undefined : { settings, view }
  return {
    name: node.name,
    kind: text?.name ?? node.type,
    category: registry.get(node.type)?.category ?? 'control',
    icon: view?.icon,
    summary: said?.view?.summary(said.settings, wordsIn(language)) ?? '',
    outcomes: outcomesOf(node, drawn).map((key) => ({
      key,
      name: drawnWords({ settings: settings ?? node.settings, texts: locales.get(node.type) }, key, language) ?? key,
    })),
    ends: view?.ends ?? false,
  }
}

/** The name of one outcome, as the card shows it. */
export const outcomeFaceName = (node: DocumentNode, outcome: string, language: Language): string =>
  faceOf(node, [outcome], language).outcomes.find(({ key }) => key === outcome)?.name ?? outcome
