import { refusedWords, whyNotWords } from '../core/explain/why-not.locale.ts'
import { localDateTime } from '../core/time/zone.ts'
import { type ExplainedMember, wordingIn } from '../runtime/explain.ts'

/** A member's way through a journey, for a person to read. */
export function traceText({ member, journey, entries, refusals, whyNot, reader }: ExplainedMember): string {
  const zh = reader.language === 'zh-CN'
  const wording = wordingIn(reader, reader.zone)
  const lines = [`#${member} · ${journey.name} (${journey.key}, ${journey.state})`]
  if (entries.length === 0) lines.push(zh ? '没有进入过。' : 'Has never entered.')
  for (const entry of entries) lines.push('', ...entryLines(entry, zh))
  if (refusals.length > 0) lines.push('', zh ? '没有进入：' : 'Not enrolled:')
  for (const { event = null, ...refused } of refusals) lines.push(`  ${refusedWords({ ...refused, event }, wording)}`)
  // A refusal, and that it is inside or has left, is told above.
  const toldAbove = ['inside', 'left', 'held-out', 'refused'].includes(whyNot.kind)
  if (!toldAbove) lines.push('', whyNotWords(whyNot, wording))
  return lines.join('\n')
}

function entryLines({ entry, version, state, visits, zone, words }: ExplainedMember['entries'][number], zh: boolean) {
  const which = entry < 0 ? ['因退款', 'By a refund, in'] : [`第 ${entry} 次进入`, `Entry ${entry} into`]
  const head = zh ? `${which[0]}，版本 ${version}` : `${which[1]} version ${version}`
  return [
    `${head}: ${state} (${zone})`,
    `  ${words.began}`,
    ...visits.map(({ at, node, name }, i) => {
      const step = words.steps[i]
      return `  ${localDateTime(at, zone)}  ${name} (${node}) → ${step?.outcome}: ${step?.text}`
    }),
    ...(words.stands ? [`  ${words.stands.here}`, `  ${words.stands.next}`] : []),
    ...(words.ended === null ? [] : [`  ${words.ended}`]),
    ...words.goals.map((goal) => `  ${goal}`),
  ]
}
