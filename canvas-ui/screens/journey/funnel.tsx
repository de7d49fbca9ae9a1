import { CornerDownRight } from 'lucide-react'
import { rate } from '../../format/number.ts'
import { Icon } from '../../kit/icon.tsx'
import { Count } from '../../kit/number.tsx'
import { Bone, Skeleton } from '../../kit/skeleton.tsx'
import { useMessages } from '../../locale/messages.ts'
import { NodeName } from './node-table.tsx'
import type { Report } from './queries.ts'
import { reportMessages } from './report-locale.ts'

const BONES = ['a', 'b', 'c', 'd', 'e']
const sum = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((all, n) => all + n, 0)

/** Arrivals at every node in the order it is walked, as a share of all who entered. */
export function Funnel({ report }: { report: Report | undefined }) {
  const t = useMessages(reportMessages)
  if (!report)
    return (
      <Skeleton>
        {BONES.map((bone) => (
          <span key={bone} className="flex h-10 items-center px-4">
            <Bone className="h-5 flex-1" />
          </span>
        ))}
      </Skeleton>
    )
  const whole = report.totals.entered
  return (
    <ol className="px-4 pb-4">
      {report.nodes.map((node) => {
        const share = whole > 0 ? Math.min(1, node.entered / whole) : 0
        const dropped = sum(node.left)
        return (
          <li key={node.id} className="flex min-h-10 flex-col justify-center py-1">
            <div className="flex items-center gap-3">
              <span className="w-36 shrink-0 truncate text-ink">
                <NodeName node={node} />
              </span>
              <span className="h-5 min-w-0 flex-1 rounded-chip bg-surface-3">
                <span className="block h-full rounded-chip bg-bar-strong" style={{ width: `${share * 100}%` }} />
              </span>
              <span className="w-14 shrink-0 text-right font-medium text-ink">
                <Count of={node.entered} />
              </span>
              <span className="w-14 shrink-0 text-right text-ink-3">{whole > 0 ? rate(share) : '—'}</span>
            </div>
            {dropped > 0 && node.entered > 0 && (
              <div className="flex items-center gap-1 pl-39 text-ink-3 text-secondary">
                <Icon of={CornerDownRight} size="badge" />
                {t('drop', { rate: rate(dropped / node.entered) })}
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}
