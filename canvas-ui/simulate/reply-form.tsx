import { drawnWords } from '../../engine/core/explain/outcome.locale.ts'
import type { Reply } from '../../engine/core/journey/rehearsal.ts'
import type { AskedReply } from '../../engine/core/simulate/asked.ts'
import { Field } from '../kit/field.tsx'
import { Segmented } from '../kit/segmented.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { simulateMessages } from './locale.ts'
import { ValueInput } from './value-input.tsx'

/** What a service answers to the call of a node: whether it goes well, and what is taken of the answer then. */
export function ReplyForm({
  asked: { node, fields },
  reply,
  onChange,
}: {
  asked: AskedReply
  /** Absent: nothing was chosen yet. */
  reply: Reply | undefined
  onChange: (reply: Reply) => void
}) {
  const t = useMessages(simulateMessages)
  const language = useLanguage()
  const { settings, outcomes, definition } = node
  const [well = ''] = outcomes
  const { outcome, values } = reply ?? { outcome: well, values: {} }
  const label = t('reply', { node: node.name })
  return (
    <Field label={label}>
      <div className="flex flex-col gap-1.5">
        <Segmented
          wide
          aria-label={label}
          choices={outcomes.map((one) => ({
            value: one,
            label: drawnWords({ settings, texts: definition.texts }, one, language) ?? one,
          }))}
          value={outcome}
          onChange={(next) => onChange({ outcome: next, values })}
        />
        {outcome === well &&
          fields.map(({ as, type }) => (
            <div key={as} className="flex items-center gap-2">
              <span className="w-24 truncate text-ink-2 text-secondary" title={as}>
                {as}
              </span>
              <span className="min-w-0 flex-1">
                <ValueInput
                  field={{ type, samples: [] }}
                  label={as}
                  value={values[as]}
                  onChange={(value) => {
                    const { [as]: _, ...others } = values
                    onChange({ outcome, values: value === undefined ? others : { ...others, [as]: value } })
                  }}
                />
              </span>
            </div>
          ))}
      </div>
    </Field>
  )
}
