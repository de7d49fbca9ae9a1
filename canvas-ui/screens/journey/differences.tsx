import type { Difference, NodeDifference, NodePart } from '../../../engine/core/journey/difference.ts'
import { useMessages } from '../../locale/messages.ts'
import { differencesMessages } from './differences-locale.ts'

const PARTS = {
  name: 'partName',
  settings: 'partSettings',
  position: 'partPosition',
  note: 'partNote',
  onError: 'partOnError',
  edges: 'partEdges',
} as const satisfies Record<NodePart, string>

/** How two documents of a journey differ, node by node. `only` says what it means that one of them alone has a node. */
export function Differences({
  of: difference,
  only,
}: {
  of: Difference
  only: { readonly mine: string; readonly theirs: string }
}) {
  const t = useMessages(differencesMessages)
  const said = (node: NodeDifference) => {
    if (node.kind !== 'changed') return only[node.kind]
    return node.parts.map((part) => t(PARTS[part])).join(t('join'))
  }
  const whole = [
    ...(difference.name ? [t('partName')] : []),
    ...(difference.settings ? [t('partSettings')] : []),
    ...(difference.notes ? [t('partNotes')] : []),
    ...(difference.tests ? [t('partTests')] : []),
  ]
  return (
    <section
      aria-label={t('differences')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys too
      tabIndex={0}
      className="max-h-[32vh] overflow-y-auto rounded-card border border-border"
    >
      <table className="w-full text-left">
        <thead className="sticky top-0 bg-surface text-ink-3 text-secondary">
          <tr>
            <th className="h-[34px] border-border border-b px-3 font-medium">{t('node')}</th>
            <th className="border-border border-b px-3 font-medium">{t('difference')}</th>
          </tr>
        </thead>
        <tbody className="text-ink">
          {whole.length > 0 && (
            <tr>
              <td className="px-3 py-1.5 font-medium">{t('journeyItself')}</td>
              <td className="px-3 py-1.5">{whole.join(t('join'))}</td>
            </tr>
          )}
          {difference.nodes.map((node) => (
            <tr key={node.id}>
              <td className="px-3 py-1.5 font-medium">{node.name}</td>
              <td className="px-3 py-1.5">{said(node)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
