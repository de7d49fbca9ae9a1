import { eventWords } from '../journey/own-events.locale.ts'
import type { JsonObject } from '../json.ts'
import type { EnrolmentFacts, ExplainedNode, StandingFacts, Wording } from './facts.ts'
import { failureWords } from './failures.locale.ts'
import { outcomeWords, stepWords } from './step.locale.ts'
import { heldWords, wakesWords } from './wakes.locale.ts'
import { isUndrawn } from './ways.locale.ts'

/** An enrolment in words: every text is whole sentences, made of its facts alone. */
export interface ExplainedEnrolment {
  /** All that matters now: what began it, where it is or how it ended, and its goals. */
  readonly text: string
  readonly began: string
  /** One for each visit, in its order. */
  readonly steps: readonly { readonly outcome: string; readonly text: string }[]
  /** Of one that has not ended. */
  readonly stands: ExplainedStanding | null
  /** Of one that has ended, or that is held out. */
  readonly ended: string | null
  readonly goals: readonly string[]
  /** One for each node that was not reached, in their order. */
  readonly notReached: readonly string[]
}

export interface ExplainedStanding {
  /** Where, since when, and how it came there. */
  readonly here: string
  /** When it goes on and what would wake it; of a failed one why it failed and how to mend it. */
  readonly next: string
}

/** Explains an enrolment; `nodes` are those of its version, by id. */
export function explainEnrolment(
  facts: EnrolmentFacts,
  nodes: ReadonlyMap<string, ExplainedNode>,
  wording: Wording,
): ExplainedEnrolment {
  const { language } = wording
  const zh = language === 'zh-CN'
  const nodeOf = (id: string, name: string) => nodes.get(id) ?? { name, settings: {}, texts: undefined }
  const began = beganWords(facts, wording)
  const steps = facts.visits.map((visit) => {
    const node = nodeOf(visit.node, visit.name)
    const held = visit.heldUntil === undefined ? [] : [heldWords(visit.heldUntil, wording)]
    const text = [...held, stepWords(node, visit, language)].join(zh ? '' : ' ')
    return { outcome: outcomeWords(node, visit.outcome, language), text }
  })
  const before = facts.visits.at(-1)
  const from = before && {
    name: before.name,
    outcome: outcomeWords(nodeOf(before.node, before.name), before.outcome, language),
    isDrawn: !isUndrawn(before.outcome),
  }
  const stands = facts.stands
    ? {
        here: hereWords(facts.stands, from, wording),
        next: nextWords(facts, facts.stands, nodeOf(facts.stands.node, facts.stands.name), wording),
      }
    : null
  const ended = endWords(facts, steps.at(-1)?.text, wording)
  const goals = facts.goals.map(({ name, at, value }) => {
    const worth = value === null ? '' : zh ? `，值 ${value}` : `, worth ${value}`
    return zh
      ? `${wording.time(at)} 达成目标「${name}」${worth}。`
      : `Reached the goal “${name}” ${wording.time(at)}${worth}.`
  })
  const notReached = facts.notReached.map(({ from: id, needed, took }) => {
    const node = nodeOf(id, id)
    const taken = outcomeWords(node, took, language)
    const names = needed.map((outcome) => outcomeWords(node, outcome, language)).join(' / ')
    return zh
      ? `在「${node.name}」走了「${taken}」；走「${names}」才会到。`
      : `Left “${node.name}” by “${taken}”; “${names}” leads there.`
  })
  const all = [began, ...(stands ? [stands.here, stands.next] : []), ...(ended === null ? [] : [ended]), ...goals]
  return { text: all.join(zh ? '' : ' '), began, steps, stands, ended, goals, notReached }
}

function beganWords({ entry = 1, state, by, enteredAt }: EnrolmentFacts, { language, time }: Wording): string {
  const zh = language === 'zh-CN'
  // Somebody held out has not entered.
  const isOut = state === 'holdout'
  if (!by) {
    if (isOut) return zh ? `${time(enteredAt)} 本该进入。` : `Would have entered ${time(enteredAt)}.`
    return zh ? `${time(enteredAt)} 进入。` : `Entered ${time(enteredAt)}.`
  }
  const then = isOut ? (zh ? '本该进入' : 'would have entered') : zh ? '因此进入' : 'so entered'
  if (by.kind === 'run')
    return zh ? `${time(by.at)} 这次定向选中，${then}。` : `Was in the audience taken ${time(by.at)}, and ${then}.`
  const told = propertyWords(by.properties, zh)
  if (entry < 0)
    return zh
      ? `因退款另走一路：${time(by.at)}「${eventWords(by.name, language)}」${told}，原来的一路不受影响。`
      : `By a refund, “${eventWords(by.name, language)}” ${time(by.at)}${told}: a way of its own, beside the entry.`
  return zh
    ? `${time(by.at)} 做了「${eventWords(by.name, language)}」${told}，${then}。`
    : `Did “${eventWords(by.name, language)}” ${time(by.at)}${told}, and ${then}.`
}

const MOST_PROPERTIES = 3

function propertyWords(properties: JsonObject, zh: boolean): string {
  const shown = Object.entries(properties).filter(([, value]) => typeof value !== 'object')
  if (shown.length === 0) return ''
  const told = shown.slice(0, MOST_PROPERTIES).map(([name, value]) => `${name} ${value}`)
  return zh ? `（${told.join('，')}）` : ` (${told.join(', ')})`
}

/** The node left last. */
interface From {
  readonly name: string
  readonly outcome: string
  readonly isDrawn: boolean
}

function hereWords({ name, since }: StandingFacts, from: From | undefined, { language, time }: Wording): string {
  const zh = language === 'zh-CN'
  const came = !from
    ? zh
      ? '从这里进入'
      : 'entered here'
    : from.isDrawn
      ? zh
        ? `从「${from.name}」走「${from.outcome}」来到这里`
        : `came from “${from.name}” by “${from.outcome}”`
      : zh
        ? `在「${from.name}」${from.outcome}，来到这里`
        : `came from “${from.name}” (${from.outcome})`
  return zh ? `${time(since)} 起在「${name}」，${came}。` : `At “${name}” since ${time(since)}: ${came}.`
}

function nextWords(
  { journey, reason }: EnrolmentFacts,
  stands: StandingFacts,
  { settings, texts }: ExplainedNode,
  wording: Wording,
): string {
  const { language } = wording
  const zh = language === 'zh-CN'
  if (stands.failed) {
    const { why, mend } = failureWords(reason, language)
    return zh ? `在这里出错：${why}。${mend}` : `Failed here: ${why}. ${mend}`
  }
  const time = (at: number) =>
    zh ? `${wording.time(at)}（${wording.distance(at)}）` : `${wording.time(at)} (${wording.distance(at)})`
  const { wakesAt = null, held, listens, soFar } = stands
  const told = soFar && texts?.[language].soFar?.({ because: soFar, settings })
  const wakes = wakesWords({ wakesAt, held, listens }, { language, time })
  const paused = zh ? '旅程已暂停，恢复后才会继续。' : 'The journey is paused: it goes on once that is resumed.'
  const push = zh ? '也可以手动推进。' : 'It can be pushed on by hand.'
  return [...(told ? [told] : []), wakes, ...(journey.state === 'paused' ? [paused] : []), push].join(zh ? '' : ' ')
}

/** How it ended: in its state, and by what its last step says, where that took it out. */
function endWords(facts: EnrolmentFacts, last: string | undefined, { language, time }: Wording): string | null {
  const zh = language === 'zh-CN'
  const { state, endedAt } = facts
  if (state === 'live' || state === 'failed') return null
  if (state === 'holdout')
    return zh ? '抽在对照组里：不走旅程，只统计是否达标。' : 'It is held out: measured for the goals, not walked.'
  const at = endedAt === undefined ? '' : time(endedAt)
  const said = zh ? `${at} ${ENDS[language][state]}。`.trim() : `${ENDS[language][state]} ${at}`.trim().concat('.')
  const left = facts.visits.at(-1)?.outcome
  const why = left !== undefined && WHY_ENDED.has(left) && last !== undefined ? last : ''
  return [said, why].filter(Boolean).join(zh ? '' : ' ')
}

/** Ways out of which there is more to say than the state does. */
const WHY_ENDED: ReadonlySet<string> = new Set(['exit', 'goal'])

type Ended = Exclude<EnrolmentFacts['state'], 'live' | 'failed' | 'holdout'>
const ENDS: Readonly<Record<Wording['language'], Readonly<Record<Ended, string>>>> = {
  'zh-CN': {
    completed: '走完了旅程',
    exited: '中途离开了旅程',
    goal: '达成目标后离开了旅程',
    stopped: '因旅程停止而离开',
    'pulled-out': '被人拉出了旅程',
    merged: '因会员合并而结束',
    erased: '因会员清除而结束',
  },
  en: {
    completed: 'Completed the journey',
    exited: 'Left the journey early',
    goal: 'Left the journey at its goal',
    stopped: 'Left as the journey was stopped',
    'pulled-out': 'Was pulled out by hand',
    merged: 'Ended as the member was merged',
    erased: 'Ended as the member was erased',
  },
}
