import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { DocumentNode } from '../../../engine/core/journey/document.ts'
import type { Reference } from '../../../engine/core/journey/node.ts'
import type { RenderSettings } from '../../editor/editor.tsx'
import { useEditor } from '../../editor/editor-context.ts'
import { entryEventsOf } from '../../forms/entry-events.ts'
import type { Catalogue } from '../../forms/form-context.ts'
import { SettingsForm } from '../../forms/settings-form.tsx'
import { catalogueOf } from '../segments/queries.ts'

const NOTHING_KNOWN: Catalogue = { attributes: [], tags: [], events: [], segments: [], accounts: [] }

/** What the editor needs of the workspace: forms for settings, and whether what nodes refer to is there. */
export function useWorkspaceNodes(ws: string, zone: string) {
  const { data } = useQuery(catalogueOf(ws))
  const renderSettings: RenderSettings = useCallback(
    (node, change) => <NodeSettings node={node} catalogue={data ?? NOTHING_KNOWN} zone={zone} onChange={change} />,
    [data, zone],
  )
  const exists = useCallback(
    ({ kind, key }: Reference) => {
      // Nothing is missing before it is known what is there.
      if (!data) return true
      const there: readonly { readonly key: string }[] = kind === 'segment' ? data.segments : data.accounts
      return there.some((one) => one.key === key)
    },
    [data],
  )
  return { renderSettings, exists }
}

function NodeSettings({
  node,
  catalogue,
  zone,
  onChange,
}: {
  node: DocumentNode
  catalogue: Catalogue
  zone: string
  onChange: Parameters<RenderSettings>[1]
}) {
  const { document, problems, readOnly } = useEditor()
  return (
    <SettingsForm
      node={node}
      // An outcome is no setting: the canvas shows what it lacks.
      problems={problems.filter((problem) => problem.node === node.id && problem.params.outcome === undefined)}
      catalogue={catalogue}
      zone={document.settings.zone ?? zone}
      entryEvents={entryEventsOf(document)}
      readOnly={readOnly}
      onChange={(settings) => onChange(settings)}
    />
  )
}
