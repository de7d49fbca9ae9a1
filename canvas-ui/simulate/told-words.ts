import type { DocumentNode, JourneyDocument } from '../../engine/core/journey/document.ts'
import type { Deed } from '../../engine/core/journey/rehearsal.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { MESSAGE_SETTLED } from '../../engine/core/lifecycles/message.ts'
import { listWords } from '../../engine/core/rules/rule.locale.ts'
import type { Told } from '../../engine/core/simulate/story.ts'
import { outcomeFaceName } from '../canvas/face.ts'
import { settingsOf } from '../canvas/outcomes.ts'
import { refusals, whatWakes, whyLeft } from '../canvas/why.ts'
import type { Tone } from '../kit/chip.tsx'
import type { Language } from '../locale/language.ts'
import { translator } from '../locale/messages.ts'
import { simulateMessages } from './locale.ts'

/** One line of the story, in the reader's words. */
export interface Line {
  /** The node it is about; none for what happens outside. */
  readonly node: DocumentNode | undefined
  readonly title: string
  readonly outcome?: string
  readonly tone?: Tone
  readonly text: string
}

/** How instants and amounts are written. */
export interface Writing {
  readonly language: Language
  time(at: number | string): string
  number(value: number): string
}

export function lineOf(told: Told, document: JourneyDocument, writing: Writing): Line {
  const { language, time } = writing
  const t = translator(simulateMessages, language)
  const node = 'node' in told ? document.nodes.find((each) => each.id === told.node) : undefined
  const title = node?.name ?? ''
  switch (told.kind) {
    case 'event': {
      const happened = told.raised
        ? t('raised', { event: told.name })
        : happenedWords(told.name, told.properties, language)
      return { node, title: told.name === MESSAGE_SETTLED ? t('messageSettled') : happened, text: '' }
    }
    case 'unheard':
      return { node, title: '', text: t('unheard') }
    case 'entered':
      return { node, title, text: told.entry === 0 ? t('entered') : t('enteredAgain', { count: told.entry + 1 }) }
    case 'refused': {
      const reason = translator(refusals, language)(told.reason)
      return { node, title, tone: 'warn', text: t('refused', { reason }) }
    }
    case 'did':
      return { node, title, text: deedWords(told.deed, writing) }
    case 'left': {
      if (!node) return { node, title: told.node, text: '' }
      const outcome = outcomeFaceName(node, told.outcome, language)
      return { node, title, outcome, text: whyLeft({ type: node.type, settings: settingsOf(node) }, told, language) }
    }
    case 'waits': {
      const until = told.until === null ? null : new Date(told.until).toISOString()
      return { node, title, tone: 'info', outcome: t('waits'), text: whatWakes(until, told.events, time, language) }
    }
    case 'completed':
      return { node, title: t('completed'), text: '' }
    case 'failed':
      return { node, title, tone: 'bad', outcome: t('failed'), text: t('failedWhy', { reason: told.detail }) }
  }
}

function happenedWords(event: string, properties: JsonObject, language: Language): string {
  const t = translator(simulateMessages, language)
  const told = Object.entries(properties).map(
    ([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`,
  )
  const [open, comma, close] = language === 'en' ? [' (', ', ', ')'] : ['（', '，', '）']
  return t('happened', { event, details: told.length > 0 ? `${open}${told.join(comma)}${close}` : '' })
}

/** What an effect did, in one line. */
export function deedWords(deed: Deed, { language, number }: Writing): string {
  const t = translator(simulateMessages, language)
  switch (deed.do) {
    case 'message':
      return t('didMessage', { channel: t(deed.channel), title: deed.title })
    case 'points':
      return t('didPoints', {
        account: t(deed.account),
        amount: `${deed.amount < 0 ? '−' : '+'}${number(Math.abs(deed.amount))}`,
      })
    case 'tags': {
      const { add, remove } = deed
      const parts = [
        ...(remove === 'all-others'
          ? [t('didTagsOthers')]
          : remove.length > 0
            ? [t('didTagsRemove', { tags: listWords(remove, language) })]
            : []),
        ...(add.length > 0 ? [t('didTagsAdd', { tags: listWords(add, language) })] : []),
      ]
      return parts.join(language === 'en' ? '. ' : '；')
    }
    case 'arm':
      return t('didArm')
  }
}
