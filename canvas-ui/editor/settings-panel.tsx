import { Copy, Trash2 } from 'lucide-react'
import type { DocumentNode } from '../../engine/core/journey/document.ts'
import type { Catalogue } from '../forms/form-context.ts'
import type { JourneyChange } from '../forms/journey-panel.tsx'
import { type NodeChange, SettingsPanel as Panel } from '../forms/settings-panel.tsx'
import { CommandButton } from './command-button.tsx'
import { useEditor } from './editor-context.ts'
import { changeNode } from './model/edits.ts'
import type { StepName } from './model/machine.ts'
import { SettingsFrame } from './settings-frame.tsx'

/** What a change made in a panel is called in the history. */
export const stepOf = (change: NodeChange | JourneyChange): StepName => {
  if ('name' in change) return 'rename'
  return 'note' in change ? 'note' : 'settings'
}

/** The chosen node at the right; what is changed there are steps of the editor, one for each burst in one field. */
export function SettingsPanel({ node, catalogue, zone }: { node: DocumentNode; catalogue: Catalogue; zone: string }) {
  const { document, problems, readOnly, act } = useEditor()
  const close = () => {
    act.chooseNode(undefined)
    act.showNode(node.id)
  }
  return (
    <SettingsFrame onLeave={() => act.showNode(node.id)}>
      <Panel
        document={document}
        node={node}
        problems={problems}
        catalogue={catalogue}
        zone={zone}
        readOnly={readOnly}
        onChange={(change, at) =>
          act.send({ type: 'do', name: stepOf(change), edit: changeNode(node.id, change), burst: `${node.id} ${at}` })
        }
        onGo={(id) => {
          act.chooseNode(id)
          act.reveal(id)
        }}
        onClose={close}
        actions={
          readOnly ? undefined : (
            <>
              <CommandButton id="duplicate" icon={Copy} side="top" />
              <CommandButton id="delete" icon={Trash2} side="top" tone="bad" />
            </>
          )
        }
      />
    </SettingsFrame>
  )
}
