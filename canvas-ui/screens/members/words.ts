import { listWords, ruleWords } from '../../../engine/core/rules/rule.locale.ts'
import { Rule } from '../../../engine/core/rules/rule.ts'
import { locales } from '../../../nodes/locales.ts'
import { views } from '../../../nodes/views.ts'
import { refusals, wayNames, whatWakes, whyHeld } from '../../canvas/why.ts'
import type { Tone } from '../../kit/chip.tsx'
import type { Language } from '../../locale/language.ts'
import { translator } from '../../locale/messages.ts'
import { wordOf } from '../../locale/word-of.ts'
import { whyMessages } from './locale.ts'
import type { Trace, WhyNot } from './queries.ts'

/** How a state is coloured: beside its word, never instead of it. */
export const toneOf = (state: string): Tone => {
  if (state === 'failed') return 'bad'
  if (state === 'blocked' || state === 'unknown') return 'warn'
  if (state === 'live' || ['planned', 'claimed', 'sending'].includes(state)) return 'info'
  return ['goal', 'completed', 'accepted', 'delivered', 'opened', 'clicked'].includes(state) ? 'ok' : 'plain'
}

type TracedNode = Trace['nodes'][number]

/** What an outcome of a node is called. */
export const outcomeName = (node: TracedNode | undefined, outcome: string, language: Language): string => {
  if (!node) return outcome
  if (outcome in wayNames['zh-CN']) return wordOf(translator(wayNames, language), wayNames, outcome)
  const named = views.get(node.type)?.outcome?.(outcome, node.settings)
  return named ?? locales.get(node.type)?.[language].outcomes[outcome] ?? outcome
}

/** What began an entry. */
export function whyEntered({ by }: Trace, time: (at: string) => string, language: Language): string | undefined {
  const t = translator(whyMessages, language)
  if (!by) return undefined
  if (by.kind === 'run') return t('byRun', { time: time(by.at) })
  const shown = Object.entries(by.properties).filter(([, value]) => typeof value !== 'object')
  const details = shown.slice(0, 3).map(([name, value]) => `${name} ${String(value)}`)
  const brackets = language === 'en' ? [' (', ')'] : ['（', '）']
  const told = details.length > 0 ? `${brackets[0]}${details.join(language === 'en' ? ', ' : '，')}${brackets[1]}` : ''
  return t('byEvent', { time: time(by.at), event: by.name, details: told })
}

/** Where somebody stands, and what would set it going. */
export function whyStanding({ stands, reason }: Trace, time: (at: string) => string, language: Language): string[] {
  const t = translator(whyMessages, language)
  if (!stands) return []
  if (stands.failed) return [t('failedHere', { reason: reason ?? '?' })]
  if (stands.held && stands.wakesAt !== null)
    return [t('waits', { time: time(stands.since) }), whyHeld(stands.wakesAt, 'held', time, language)]
  const wakes = whatWakes(stands.wakesAt ?? null, stands.wokenBy, time, language)
  return [t('waits', { time: time(stands.since) }), wakes]
}

/** Why a member is not in a journey, in one sentence. */
export function whyNotWords({ because }: WhyNot, time: (at: string) => string, language: Language): string {
  const t = translator(whyMessages, language)
  switch (because.kind) {
    case 'refused': {
      const reason = wordOf(translator(refusals, language), refusals, because.reason)
      const at = time(because.at)
      return because.event === null
        ? t('runRefused', { time: at, reason })
        : t('refused', { time: at, event: because.event, reason })
    }
    case 'left':
      return t('left', { time: time(because.enteredAt) })
    case 'held-out':
      return t('heldOut', { time: time(because.at) })
    case 'not-yet':
      return because.at === null ? t('noTime') : t('notYet', { time: time(because.at) })
    case 'no-event':
      return t('noEvent', { events: listWords(because.events, language) })
    case 'not-asked':
      return t('notAsked', { time: time(because.at), event: because.event })
    case 'not-in-audience':
      return t('notInAudience', { time: time(because.at), now: audienceNow(because.segments, language) })
  }
}

type AudienceSegment = Extract<WhyNot['because'], { kind: 'not-in-audience' }>['segments'][number]

function audienceNow(segments: readonly AudienceSegment[], language: Language): string {
  const t = translator(whyMessages, language)
  const included = segments.filter((segment) => segment.use === 'include')
  const excluding = segments.find((segment) => segment.use === 'exclude' && segment.holds)
  if (excluding) return t('excluded', { segment: excluding.name })
  if (included.some((segment) => segment.holds)) return t('fitsNow')
  return included
    .map(({ name, unmet }) => {
      const rule = Rule.safeParse({ all: unmet }).data
      return t('lacks', { segment: name, unmet: rule ? ruleWords(rule, language) : '?' })
    })
    .join(language === 'en' ? ' ' : '')
}
