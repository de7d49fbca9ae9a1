import { eventWords } from '../journey/own-events.locale.ts'
import type { Json } from '../json.ts'
import { attributeWords, eventsWords, factsWords, listWords, ruleWords } from '../rules/rule.locale.ts'
import type { Rule } from '../rules/rule.ts'
import { factsAsked } from '../rules/unmet.ts'
import type { Language } from '../say.ts'
import type { AudienceSegment, Unmet, WhyNotReason, Wording } from './facts.ts'
import { refusalWords } from './refusals.locale.ts'

/** One try to enter that was refused; `event` is null where a run of an audience took the member. What was not met is of then. */
export interface RefusedTry extends Unmet {
  readonly at: number
  readonly reason: string
  readonly event: string | null
}

/** Why a try let the member in not. */
export function refusedWords(
  { at, reason, event: name, unmet, found }: RefusedTry,
  { language, time }: Wording,
): string {
  const because = refusalWords(reason, language)
  const failed = unmetWords(unmet, found, language, THEN[language])
  const why =
    unmet.length === 0
      ? because
      : language === 'zh-CN'
        ? `${because}，没满足：${failed}`
        : `${because}, not met: ${failed}`
  const event = name === null ? null : eventWords(name, language)
  if (language === 'zh-CN')
    return event === null
      ? `${time(at)} 的定向没有让会员进入：${why}。`
      : `${time(at)} 的「${event}」没有让会员进入：${why}。`
  return event === null
    ? `The audience taken ${time(at)} did not let the member in: ${why}.`
    : `“${event}” ${time(at)} did not let the member in: ${why}.`
}

/** Why a member is not in a journey, and where that is known what would have to be true. */
export function whyNotWords(because: WhyNotReason, wording: Wording): string {
  const { language, time } = wording
  const zh = language === 'zh-CN'
  switch (because.kind) {
    case 'inside':
      return zh ? `${time(because.enteredAt)} 进入，现在在里面。` : `Entered ${time(because.enteredAt)}, and is inside.`
    case 'not-running':
      return zh ? '旅程现在不接受新会员。' : 'The journey takes nobody in now.'
    case 'refused':
      return refusedWords(because, wording)
    case 'left':
      return zh ? `${time(because.enteredAt)} 进入过，已经离开。` : `Entered ${time(because.enteredAt)}, and has left.`
    case 'held-out':
      return zh
        ? `${time(because.at)} 抽在对照组里：不走旅程，只统计是否达标。`
        : `Is held out since ${time(because.at)}: measured for the goals, not walked.`
    case 'not-yet':
      if (because.at === null) return zh ? '没有要触发的时间了。' : 'There is no time to be taken at any more.'
      return zh ? `${time(because.at)} 才定向。` : `The audience is taken ${time(because.at)}.`
    case 'no-event': {
      const asked = eventsWords(because.asked, language)
      const did = zh ? `发布以来没有做过${asked}。` : `Did not do ${asked} since it was published.`
      if (because.unmet.length === 0) return did
      const unmet = unmetWords(because.unmet, because.found, language)
      return zh
        ? `${did}现在也不满足触发的会员条件：${unmet}。`
        : `${did} Nor does it meet the trigger’s condition on members now: ${unmet}.`
    }
    case 'no-day': {
      const attribute = attributeWords(because.attribute, language)
      const { unreadable } = because
      if (zh) return unreadable ? `「${attribute}」里不是日期，没有纪念日。` : `没有「${attribute}」，也就没有纪念日。`
      return unreadable
        ? `Its “${attribute}” is no date: it has no such day.`
        : `It has no “${attribute}”: it has no such day.`
    }
    case 'own-day':
      return ownDayWords(because, wording)
    case 'not-crossed':
      return notCrossedWords(because, language)
    case 'not-asked': {
      const event = eventWords(because.event, language)
      const did = zh ? `${time(because.at)} 做过「${event}」，` : `Did “${event}” ${time(because.at)}, `
      if (because.unmet.length === 0)
        return did.concat(zh ? '没有因此进入，原因没有记下来。' : 'and did not enter by it; why was not kept.')
      const unmet = unmetWords(because.unmet, because.found, language)
      return did.concat(zh ? `但不满足触发条件：${unmet}。` : `which is not what the trigger asks for: ${unmet}.`)
    }
    case 'not-in-audience': {
      const now = audienceWords(because.segments, language)
      return zh ? `${time(because.at)} 定向时不在人群。${now}` : `Not in the audience taken ${time(because.at)}. ${now}`
    }
  }
}

/** When its day was and is again; and where it does not fit the audience now, why. */
function ownDayWords(
  { attribute, origin, taken, passed, next, segments }: Extract<WhyNotReason, { kind: 'own-day' }>,
  { language, time }: Wording,
): string {
  const zh = language === 'zh-CN'
  const named = attribute === null ? '' : attributeWords(attribute, language)
  const told = zh
    ? [
        `${attribute === null ? '入会日' : `「${named}」`}是 ${origin}。`,
        taken && `${taken.year} 年的已在 ${time(taken.at)} 进入过。`,
        passed !== null && `${time(passed)} 那次没有进入：当时不在人群里，或日期是后来才有的。`,
        next === null ? '之后没有能算出的日子了。' : `下一次是 ${time(next)}。`,
      ]
    : [
        `Its ${attribute === null ? 'joining day' : `“${named}”`} is ${origin}.`,
        taken && `For ${taken.year} it entered ${time(taken.at)}.`,
        passed !== null && `${time(passed)} did not let it in: it was not in the audience then, or had another date.`,
        next === null ? 'No later day is known.' : `The next is ${time(next)}.`,
      ]
  const lacks = fits(segments) ? [] : [audienceWords(segments, language)]
  return [...told, ...lacks].filter(Boolean).join(zh ? '' : ' ')
}

/** Whether an audience would take the member now. */
const fits = (segments: readonly AudienceSegment[]): boolean =>
  segments.some(({ use, holds }) => use === 'include' && holds) &&
  !segments.some(({ use, holds }) => use === 'exclude' && holds)

/** Of each segment where the member is now: in it, or why not. */
function notCrossedWords(
  { way, segments }: Extract<WhyNotReason, { kind: 'not-crossed' }>,
  language: Language,
): string {
  const zh = language === 'zh-CN'
  const came = way === 'entered'
  const names = listWords(
    segments.map(({ name }) => name),
    language,
  )
  const did = zh
    ? `发布以来没有${came ? '进入' : '离开'}人群${names}。`
    : `Did not ${came ? 'come into' : 'leave'} ${names} since it was published.`
  const now = segments.map((segment) => {
    if (came && !segment.holds) return audienceWords([segment], language)
    if (segment.holds === came)
      return zh
        ? `现在${came ? '' : '不'}在「${segment.name}」里，发布或修改人群时就是这样，不算变化。`
        : `Is ${came ? '' : 'not '}in “${segment.name}” now, as it was when that was published or edited: no change.`
    return zh ? `现在还在「${segment.name}」里。` : `Is still in “${segment.name}”.`
  })
  return [did, ...now].join(zh ? '' : ' ')
}

function audienceWords(segments: readonly AudienceSegment[], language: Language): string {
  const zh = language === 'zh-CN'
  const excluding = segments.filter((segment) => segment.use === 'exclude' && segment.holds)
  const included = segments.filter((segment) => segment.use === 'include')
  const names = listWords(
    excluding.map(({ name }) => name),
    language,
  )
  const out = excluding.length === 0 ? [] : [zh ? `现在在排除人群${names}里。` : `Is in the excluded ${names} now.`]
  const lacks = included.some((segment) => segment.holds)
    ? []
    : included.map(({ name, unmet, found }) => {
        if (unmet.length === 0) return zh ? `不在群组「${name}」里。` : `Not in group “${name}”.`
        const words = unmetWords(unmet, found, language)
        return zh ? `现在不满足人群「${name}」：${words}。` : `Does not meet “${name}” now: ${words}.`
      })
  const all = [...out, ...lacks]
  if (all.length > 0) return all.join(zh ? '' : ' ')
  return zh ? '现在已符合。' : 'Fits now.'
}

const NOW: Readonly<Record<Language, string>> = { 'zh-CN': '现为', en: 'now' }
const THEN: Readonly<Record<Language, string>> = { 'zh-CN': '当时', en: 'then' }

/** Each part that is not met, with what is there instead. */
function unmetWords(
  unmet: readonly Rule[],
  found: Readonly<Record<string, Json>>,
  language: Language,
  when = NOW[language],
): string {
  const zh = language === 'zh-CN'
  return unmet
    .map((rule) => {
      const words = ruleWords(rule, language, unmet.length > 1)
      const asked = new Set(factsAsked(rule))
      if (asked.size === 0) return words
      const has = Object.fromEntries(Object.entries(found).filter(([name]) => asked.has(name)))
      const now = factsWords(has, language) || (zh ? '没有值' : 'no value')
      return zh ? `${words}（${when}：${now}）` : `${words} (${when}: ${now})`
    })
    .join(zh ? '；' : '; ')
}
