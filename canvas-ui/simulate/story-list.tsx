import { CircleCheck, CircleSlash, Zap } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { JourneyDocument } from '../../engine/core/journey/document.ts'
import type { Person } from '../../engine/core/simulate/person.ts'
import type { Told } from '../../engine/core/simulate/story.ts'
import { registry } from '../../nodes/definitions.ts'
import { views } from '../../nodes/views.ts'
import { WayStep } from '../canvas/way-step.tsx'
import { useFormat } from '../format/use-format.ts'
import { Button } from '../kit/button.tsx'
import { Tag } from '../kit/chip.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { simulateMessages } from './locale.ts'
import { stepsOf } from './told-words.ts'

/** What was told so far, a step after another. What is not told yet can be skipped to. */
export function StoryList({
  document,
  story,
  told,
  person,
  onTell,
}: {
  document: JourneyDocument
  story: readonly Told[]
  told: number
  /** As they are by then. */
  person: Person
  onTell: (count: number) => void
}) {
  const t = useMessages(simulateMessages)
  const language = useLanguage()
  const format = useFormat()
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (told > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [told])
  const steps = stepsOf(story.slice(0, told), document, { language, time: format.dateTime })
  const left = story.length - told
  return (
    <section aria-label={t('story')} className="flex min-h-0 flex-1 flex-col">
      <h2 className="px-4 pt-4 pb-3 font-semibold text-ink text-title">{t('story')}</h2>
      <div className="min-h-0 flex-1 overflow-y-auto px-4">
        {story.length === 0 && <p className="text-ink-3 text-secondary">{t('storyEmpty')}</p>}
        <ol>
          {steps.map(({ of, lines }, i) => {
            const [first] = lines
            const last = lines.at(-1)
            const type = first?.node?.type
            const look = type && { icon: views.get(type)?.icon, category: registry.get(type)?.category }
            const outside = of.kind === 'completed' ? CircleCheck : of.kind === 'unheard' ? CircleSlash : Zap
            const sameDay = format.date(steps[i - 1]?.of.at ?? of.at) === format.date(of.at)
            return (
              <WayStep
                key={i}
                {...(look || { icon: outside })}
                name={first?.title ?? ''}
                outcome={last?.outcome}
                tone={last?.tone}
                time={sameDay ? format.time(of.at, true) : format.dateTime(of.at)}
              >
                {lines.map(({ text }) => text && <p key={text}>{text}</p>)}
              </WayStep>
            )
          })}
        </ol>
        {left > 0 && (
          <Button look="link" size="dense" className="mb-3" onClick={() => onTell(story.length)}>
            {t('more', { count: left })}
          </Button>
        )}
        <div ref={end} />
      </div>
      <Holdings person={person} />
    </section>
  )
}

const ACCOUNTS = ['spendable', 'growth', 'yearly'] as const

/** What the person has by now. */
function Holdings({ person: { points, tags } }: { person: Person }) {
  const t = useMessages(simulateMessages)
  const { number } = useFormat()
  const accounts = ACCOUNTS.filter((account) => points[account] !== 0)
  const names = Object.keys(tags)
  if (accounts.length + names.length === 0) return null
  return (
    <dl aria-label={t('has')} className="flex flex-col gap-1.5 border-border border-t px-4 py-3 text-secondary">
      {accounts.map((account) => (
        <div key={account} className="flex justify-between">
          <dt className="text-ink-3">{t(account)}</dt>
          <dd className="font-medium text-ink tabular-nums">{number(points[account])}</dd>
        </div>
      ))}
      {names.length > 0 && (
        <div className="flex justify-between gap-3">
          <dt className="text-ink-3">{t('tags')}</dt>
          <dd className="flex flex-wrap justify-end gap-1">
            {names.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}
