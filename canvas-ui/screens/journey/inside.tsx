import type { JourneyDocument } from '../../../engine/core/journey/document.ts'
import type { InFlight } from '../../../engine/core/journey/in-flight.ts'
import { registry } from '../../../nodes/definitions.ts'
import { Combobox } from '../../kit/combobox.tsx'
import { Count } from '../../kit/number.tsx'
import { Segmented } from '../../kit/segmented.tsx'
import { useMessages } from '../../locale/messages.ts'
import { insideMessages } from './inside-locale.ts'
import type { Rehearsal } from './queries.ts'

const POLICIES = ['finish', 'move', 'stop'] as const
const TURNS = ['open', 'go-on', 'sooner', 'as-before', 'later', 'out', 'stay'] as const
/** The choice beside all nodes; ids of nodes have no blank. */
const LEAVE = ' leave'

/** What becomes of those inside: the policy, where each node leads, and what that would do. */
export function Inside({
  document,
  inFlight,
  told,
  onChange,
}: {
  document: JourneyDocument
  inFlight: InFlight
  told: Rehearsal
  onChange: (inFlight: InFlight) => void
}) {
  const t = useMessages(insideMessages)
  const { policy, targets } = inFlight
  const choices = [
    { value: LEAVE, label: t('leave') },
    ...document.nodes.flatMap(({ id, name, type }) =>
      registry.get(type)?.category === 'trigger' ? [] : [{ value: id, label: name }],
    ),
  ]
  const isMove = policy === 'move'
  return (
    <section aria-label={t('inside', { count: told.people })} className="flex flex-col gap-2">
      <h3 className="font-medium text-ink">{t('inside', { count: told.people })}</h3>
      <Segmented
        wide
        aria-label={t('policy')}
        choices={POLICIES.map((value) => ({ value, label: t(value) }))}
        value={policy}
        onChange={(chosen) => onChange({ ...inFlight, policy: chosen })}
      />
      <p className="text-ink-2 text-secondary">{t(`${policy}Help`)}</p>
      <div className="overflow-x-auto rounded-card border border-border">
        <table className="w-full text-left">
          <thead className="border-border border-b text-ink-3 text-meta">
            <tr>
              <th className="px-3 py-1.5 font-normal">{t('node')}</th>
              <th className="px-3 py-1.5 text-right font-normal">{t('people')}</th>
              {isMove && <th className="px-3 py-1.5 font-normal">{t('goesTo')}</th>}
              <th className="px-3 py-1.5 font-normal">{t('becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {told.crowds.map(({ node, type, name, people, failed, isKept, turns }) => (
              <tr key={`${node} ${type}`} className="border-border border-b last:border-b-0">
                <td className="max-w-40 px-3 py-2 text-ink [overflow-wrap:anywhere]">{name}</td>
                <td className="px-3 py-2 text-right text-ink">
                  <Count of={people} />
                  {failed > 0 && <div className="text-bad text-meta">{t('failedHere', { count: failed })}</div>}
                </td>
                {isMove && (
                  <td className="w-40 px-3 py-1.5 text-ink-2">
                    {isKept ? (
                      t('same')
                    ) : (
                      <Combobox
                        size="dense"
                        className="w-full"
                        aria-label={t('target', { name })}
                        placeholder={t('choose')}
                        choices={choices}
                        value={targetOf(targets, node)}
                        onChange={(to) =>
                          onChange({ ...inFlight, targets: { ...targets, [node]: to === LEAVE ? null : to } })
                        }
                      />
                    )}
                  </td>
                )}
                <td className="px-3 py-2 text-ink-2">
                  <Turns of={turns} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status" className="flex flex-wrap gap-x-2 text-ink">
        <span className="text-ink-3">{t('together')}</span>
        <Turns of={told.turns} />
      </p>
      {told.isEstimate && <p className="text-ink-3 text-secondary">{t('estimate')}</p>}
    </section>
  )
}

function targetOf(targets: InFlight['targets'], node: string): string | null {
  if (!Object.hasOwn(targets, node)) return null
  return targets[node] ?? LEAVE
}

function Turns({ of }: { of: Rehearsal['turns'] }) {
  const t = useMessages(insideMessages)
  return TURNS.flatMap((turn) => {
    const count = of[turn] ?? 0
    if (count === 0) return []
    return [
      <span key={turn} className={turn === 'open' ? 'block text-warn' : 'block'}>
        {t(turn, { count })}
      </span>,
    ]
  })
}
