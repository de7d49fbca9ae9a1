import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useProblemText } from '../../api/problem-text.ts'
import { useFormat } from '../../format/use-format.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Field } from '../../kit/field.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { useMessages } from '../../locale/messages.ts'
import { segmentMessages } from './locale.ts'
import { type Computed, computedOf, computeSegment, type Every, isDue } from './queries.ts'

/** Whom a segment held when it was computed last, how long ago, and how often that is done. */
export function ComputedSet({ ws, segment, edits }: { ws: string; segment: string; edits: boolean }) {
  const t = useMessages(segmentMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  const { data: computed = null } = useQuery(computedOf(ws, segment))
  const computing = useMutation({
    mutationFn: (every: Every) => computeSegment(ws, segment, every),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['computed', ws, segment] }),
  })
  const every = computed?.every ?? null
  return (
    <Card title={t('computed')}>
      <div className="flex items-end justify-between gap-4 px-4 pb-4">
        <p role="status" className="text-ink-2 text-secondary">
          <State of={computed} />
        </p>
        {edits && (
          <div className="flex items-end gap-3">
            <Field label={t('every')}>
              <Segmented
                aria-label={t('every')}
                choices={[
                  { value: 'never', label: t('onRequest') },
                  { value: 'hour', label: t('hourly') },
                  { value: 'day', label: t('daily') },
                ]}
                value={every ?? 'never'}
                onChange={(next) => computing.mutate(next === 'never' ? null : next)}
              />
            </Field>
            <Button busy={computing.isPending} onClick={() => computing.mutate(every)}>
              {t('compute')}
            </Button>
          </div>
        )}
      </div>
      {computing.error && <Notice tone="bad" title={problemText(computing.error)} />}
    </Card>
  )
}

function State({ of }: { of: Computed }) {
  const t = useMessages(segmentMessages)
  const format = useFormat()
  if (!of) return t('neverComputed')
  if (isDue(of)) return t('computing')
  if (of.computedAt === null) return t('neverComputed')
  return t('computedAt', { time: format.distance(of.computedAt), count: format.number(of.size ?? 0) })
}
