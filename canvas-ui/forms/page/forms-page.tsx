import { useState } from 'react'
import { compile } from '../../../engine/core/journey/compile.ts'
import type { JourneyDocument } from '../../../engine/core/journey/document.ts'
import { registry } from '../../../nodes/definitions.ts'
import { Segmented } from '../../kit/segmented.tsx'
import { THEMES, useTheme, wear } from '../../kit/theme.ts'
import { TooltipProvider } from '../../kit/tooltip.tsx'
import { LANGUAGES, speak, useLanguage } from '../../locale/language.ts'
import { JourneyPanel } from '../journey-panel.tsx'
import { SettingsPanel } from '../settings-panel.tsx'
import { catalogue, everyNode } from './fixtures.ts'

const ZONE = 'Asia/Shanghai'
const FRAME = 'h-[820px] w-fit overflow-hidden border border-border border-l-0'
const nothing = () => {}

/** The panel of every node type, side by side, and for scripts what the document holds of each. */
export function FormsPage() {
  const language = useLanguage()
  const theme = useTheme()
  const [document, setDocument] = useState<JourneyDocument>(() => everyNode(language))
  const { problems } = compile(document, registry, { zone: ZONE, exists: () => true })
  return (
    <TooltipProvider>
      <div className="flex gap-2 p-4">
        <Segmented
          aria-label="Language"
          choices={LANGUAGES.map((value) => ({ value, label: value }))}
          value={language}
          onChange={speak}
        />
        <Segmented
          aria-label="Theme"
          choices={THEMES.map((value) => ({ value, label: value }))}
          value={theme}
          onChange={wear}
        />
      </div>
      <main className="flex flex-wrap gap-4 p-4">
        <div className={FRAME}>
          <JourneyPanel
            document={document}
            problems={problems}
            catalogue={catalogue}
            zone={ZONE}
            onChange={(change) => setDocument((now) => ({ ...now, ...change }))}
            onClose={nothing}
          />
        </div>
        {document.nodes.map((node) => (
          <div key={node.id} data-type={node.type}>
            <div className={FRAME}>
              <SettingsPanel
                document={document}
                node={node}
                problems={problems}
                catalogue={catalogue}
                zone={ZONE}
                onChange={(change) =>
                  setDocument((now) => ({
                    ...now,
                    nodes: now.nodes.map((each) => (each.id === node.id ? { ...each, ...change } : each)),
                  }))
                }
                onGo={nothing}
                onClose={nothing}
              />
            </div>
            <output className="sr-only">{JSON.stringify(node.settings)}</output>
          </div>
        ))}
      </main>
    </TooltipProvider>
  )
}
