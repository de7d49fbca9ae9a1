import { BUDGET_NAMES } from '../../engine/core/budgets/budgets.locale.ts'
import { refusalWords } from '../../engine/core/explain/refusals.locale.ts'
import { stepWords } from '../../engine/core/explain/step.locale.ts'
import { wakesWords } from '../../engine/core/explain/wakes.locale.ts'
import { wayName, wayWords } from '../../engine/core/explain/ways.locale.ts'
import type { DocumentNode, JourneyDocument } from '../../engine/core/journey/document.ts'
import { eventWords } from '../../engine/core/journey/own-events.locale.ts'
import type { Deed } from '../../engine/core/journey/rehearsal.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { CALL_SETTLED, MESSAGE_SETTLED } from '../../engine/core/lifecycles/message.ts'
import { pointsWords } from '../../engine/core/rules/rule.locale.ts'
import type { Told } from '../../engine/core/simulate/story.ts'
import { locales } from '../../nodes/locales.ts'
import { outcomeFaceName } from '../canvas/face.ts'
import { settingsOf } from '../canvas/outcomes.ts'
import type { Tone } from '../kit/chip.tsx'
import type { Language } from '../locale/language.ts'
import { translator } from '../locale/messages.ts'
import { simulateMessages } from './locale.ts'

/** One thing told, in the reader's words. */
interface Line {
  /** The node it is about; none for what happens outside. */
  readonly node: DocumentNode | undefined
  readonly title: string
  readonly outcome?: string
  readonly tone?: Tone
  readonly text: string
}

/** How instants are written. */
interface Writing {
  readonly language: Language
  time(at: number | string): string
}

/** What is told of one visit in one go, or one thing that happened outside. */
interface Step {
  readonly of: Told
  readonly lines: readonly Line[]
}

/** A story in steps: what is told of one node after another stands together. */
export function stepsOf(story: readonly Told[], document: JourneyDocument, writing: Writing): Step[] {
  const steps: { readonly of: Told; readonly lines: Line[] }[] = []
  for (const told of story) {
    const line = lineOf(told, document, writing)
    const last = steps.at(-1)
    if (last && areTogether(last.of, told)) last.lines.push(line)
    else steps.push({ of: told, lines: [line] })
  }
  return steps
}

const areTogether = (a: Told, b: Told): boolean =>
  'entry' in a &&
  'node' in a &&
  'entry' in b &&
  'node' in b &&
  a.at === b.at &&
  a.entry === b.entry &&
  a.node === b.node

function lineOf(told: Told, document: JourneyDocument, { language, time }: Writing): Line {
  const t = translator(simulateMessages, language)
  const node = 'node' in told ? document.nodes.find((each) => each.id === told.node) : undefined
  const title = node?.name ?? ''
  switch (told.kind) {
    case 'event': {
      if (told.name === CALL_SETTLED) return { node, title: t('callSettled'), text: '' }
      if (told.name === MESSAGE_SETTLED) return { node, title: t('messageSettled'), text: '' }
      const happened = t(told.raised ? 'raised' : 'happened', { event: eventWords(told.name, language) })
      return { node, title: happened, text: propertyWords(told.properties, language) }
    }
    case 'unheard':
      return { node, title: t('unheardTitle'), text: t('unheard') }
    case 'entered':
      return { node, title, text: told.entry === 0 ? '' : t('enteredAgain') }
    case 'branched':
      return { node, title, tone: 'info', outcome: t('branched'), text: t('branchedWhy') }
    case 'reversed': {
      const missed = told.missed > 0 ? t('missed', { points: told.missed }) : ''
      const taken = `${pointsWords(told.account, language)} −${told.points}`
      return {
        node,
        title,
        tone: 'warn',
        outcome: t('reversed'),
        text: t('reversedWhy', { order: told.order, taken, missed }),
      }
    }
    case 'refused': {
      const reason = refusalWords(told.reason, language)
      return { node, title, tone: 'warn', outcome: t('refused'), text: t('refusedWhy', { reason }) }
    }
    case 'did': {
      // What else effects do, their nodes say of the visit.
      const { deed } = told
      return { node, title, text: deedWords(deed, language) }
    }
    case 'left': {
      if (!node) return { node, title: told.node, text: '' }
      const outcome = outcomeFaceName(node, told.outcome, language)
      return {
        node,
        title,
        outcome,
        text: stepWords({ settings: settingsOf(node), texts: locales.get(node.type) }, told, language),
      }
    }
    case 'out': {
      const text = wayWords(told.way, told.because, language)
      return { node, title, tone: 'info', outcome: wayName(told.way, language), text }
    }
    case 'waits': {
      const listens = told.events.map((event) => ({ event }))
      const text = wakesWords({ wakesAt: told.until, held: told.held, listens }, { language, time })
      return { node, title, tone: 'info', outcome: t('waits'), text }
    }
    case 'goal':
      return { node, title: t('goal', { name: told.name }), tone: 'ok', text: '' }
    case 'held-out':
      return { node, title, outcome: t('heldOut'), tone: 'warn', text: t('heldOutWhy') }
    case 'completed':
      return { node, title: t('completed'), text: '' }
    case 'failed':
      return { node, title, tone: 'bad', outcome: t('failed'), text: t('failedWhy', { reason: told.detail }) }
  }
}

function deedWords(deed: Deed, language: Language): string {
  const t = translator(simulateMessages, language)
  if (deed.do === 'message') return t('message', { channel: t(deed.channel), title: deed.title })
  if (deed.do === 'call') return t('call', { service: deed.service, path: deed.path })
  if (deed.do === 'notice') return t('notice', { text: deed.text })
  if (deed.do === 'spend') return t('spends', { name: BUDGET_NAMES[language][deed.of], amount: deed.amount })
  return ''
}

const propertyWords = (properties: JsonObject, language: Language): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(language === 'en' ? ', ' : '，')
