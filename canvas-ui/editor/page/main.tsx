import '../../kit/theme.css'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import goldMonday from '../../../engine/cli/demo/gold-monday.journey.json'
import orderThanks from '../../../engine/cli/demo/order-thanks.journey.json'
import winBack from '../../../engine/cli/demo/win-back.journey.json'
import { JourneyDocument } from '../../../engine/core/journey/document.ts'
import { RunningCanvas } from '../../canvas/running-canvas.tsx'
import { THEMES, wear } from '../../kit/theme.ts'
import { Toaster } from '../../kit/toast.tsx'
import { TooltipProvider } from '../../kit/tooltip.tsx'
import { LANGUAGES, speak } from '../../locale/language.ts'
import { Editor } from '../editor.tsx'
import { bigJourney } from './demo/big.ts'
import { birthday, loop, scattered } from './demo/birthday.ts'
import { madeUpCounts } from './made-up-counts.ts'

/** What is drawn stands in the global `journey`. `?journey=win-back&view=running&lang=en&theme=dark`, `?journey=big&nodes=1000` */
const asked = new URLSearchParams(location.search)

const journeys: Readonly<Record<string, JourneyDocument>> = {
  birthday,
  scattered,
  loop,
  'win-back': JourneyDocument.parse(winBack),
  'order-thanks': JourneyDocument.parse(orderThanks),
  'gold-monday': JourneyDocument.parse(goldMonday),
  big: bigJourney(Number(asked.get('nodes') ?? 500)),
  empty: { ...birthday, nodes: [], edges: [] },
}

const theme = THEMES.find((each) => each === asked.get('theme'))
if (theme) wear(theme)
const language = LANGUAGES.find((each) => each.startsWith(asked.get('lang') ?? '-'))
if (language) speak(language)

function Running({ document }: { document: JourneyDocument }) {
  const [node, setNode] = useState<string>()
  return <RunningCanvas document={document} counts={madeUpCounts(document)} node={node} onNode={setNode} />
}

const root = globalThis.document.getElementById('root')
if (!root) throw new Error('the page has no #root')
const document = journeys[asked.get('journey') ?? ''] ?? birthday
createRoot(root).render(
  <StrictMode>
    <TooltipProvider>
      <main className="h-screen">
        {asked.get('view') === 'running' ? (
          <Running document={document} />
        ) : (
          <Editor
            document={document}
            zone="Asia/Shanghai"
            readOnly={asked.has('readonly')}
            onChange={(now) => Object.assign(globalThis, { journey: now })}
          />
        )}
      </main>
      <Toaster />
    </TooltipProvider>
  </StrictMode>,
)
