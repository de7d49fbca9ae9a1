import { CircleAlert, TriangleAlert } from 'lucide-react'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { useMessages } from '../../locale/messages.ts'
import { publishMessages } from './publish-locale.ts'
import type { Check } from './queries.ts'

/** What was found of a draft; `onNode` leads to where it is mended. */
export function Findings({
  kind,
  title,
  help,
  found,
  onNode,
}: {
  kind: 'problem' | 'warning'
  title: string
  help?: string
  found: Check['problems']
  onNode?: ((node: string, field: string | undefined) => void) | undefined
}) {
  const t = useMessages(publishMessages)
  const isProblem = kind === 'problem'
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 font-medium text-ink">
        {title} {help && <span className="font-normal text-ink-3 text-secondary">{help}</span>}
      </h3>
      <ul className="overflow-hidden rounded-card border border-border">
        {found.map(({ code, node, field, text }) => (
          <li
            key={`${code} ${node} ${field} ${text}`}
            className="flex items-start gap-2 border-border border-b px-3 py-2 text-ink last:border-b-0"
          >
            <Icon
              of={isProblem ? CircleAlert : TriangleAlert}
              className={isProblem ? 'mt-0.5 text-bad' : 'mt-0.5 text-warn'}
            />
            <span className="min-w-0 flex-1">{text}</span>
            {node !== undefined && onNode && (
              <Button look="link" size="dense" className="-my-1" onClick={() => onNode(node, field)}>
                {t('toNode')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
