import type { Catalogue } from '../forms/form-context.ts'
import { JourneyPanel } from '../forms/journey-panel.tsx'
import { useEditor } from './editor-context.ts'
import { changeJourney } from './model/edits.ts'
import { SettingsFrame } from './settings-frame.tsx'
import { stepOf } from './settings-panel.tsx'

/** The settings of the journey as a whole, at the right: what is changed there are steps of the editor. */
export function JourneySettings({ catalogue, zone }: { catalogue: Catalogue; zone: string }) {
  const { document, problems, readOnly, act } = useEditor()
  return (
    <SettingsFrame onLeave={act.toggleSettings}>
      <JourneyPanel
        document={document}
        problems={problems}
        catalogue={catalogue}
        zone={zone}
        readOnly={readOnly}
        onChange={(change, at) =>
          act.send({ type: 'do', name: stepOf(change), edit: changeJourney(change), burst: `journey ${at}` })
        }
        onClose={act.toggleSettings}
      />
    </SettingsFrame>
  )
}
