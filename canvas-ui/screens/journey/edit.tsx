import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ChartNoAxesColumn, ListChecks, Play, Rocket } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { copyName } from '../../../engine/core/journey/copy-name.ts'
import { JourneyDocument } from '../../../engine/core/journey/document.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { TopBar } from '../../app/heads.tsx'
import { isAtLeast, useSession, useWorkspace } from '../../app/session.tsx'
import { Editor } from '../../editor/editor.tsx'
import { useEditor } from '../../editor/editor-context.ts'
import { changeJourney } from '../../editor/model/edits.ts'
import { type Catalogue, NOTHING_KNOWN } from '../../forms/form-context.ts'
import { UpcomingSource } from '../../forms/upcoming-source.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { IconButton } from '../../kit/icon-button.tsx'
import { later } from '../../kit/later.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { addressOf } from './bar.tsx'
import { editMessages } from './edit-locale.ts'
import { Loading } from './loading.tsx'
import { journeyMessages } from './locale.ts'
import { NameInput } from './name-input.tsx'
import { type Journey, journeyOf } from './queries.ts'
import { savingMessages } from './saving/locale.ts'
import type { Theirs } from './saving/refusal.ts'
import { SaveState } from './saving/save-state.tsx'
import { type Saving, useSaving, useSnapshot } from './saving/use-saving.ts'
import { useCatalogue } from './use-catalogue.ts'
import { useUpcoming } from './use-upcoming.ts'

const PublishDialog = later(async () => (await import('./publish-dialog.tsx')).PublishDialog)
const PendingApproval = later(async () => (await import('./pending-approval.tsx')).PendingApproval)
const Simulating = later(async () => (await import('./simulating.tsx')).Simulating)
const Forecast = later(async () => (await import('./forecast/forecast.tsx')).Forecast)
const PathTests = later(async () => (await import('./path-tests/path-tests.tsx')).PathTests)
const ConflictDialog = later(async () => (await import('./saving/conflict-dialog.tsx')).ConflictDialog)

/** The editor of a journey's draft, at `/journeys/:key/edit`. */
export function EditJourney() {
  const t = useMessages(journeyMessages)
  const problemText = useProblemText()
  const { key = '' } = useParams<{ key: string }>()
  const { key: ws } = useWorkspace()
  const [, go] = useLocation()
  // Always as it is now: a draft of an earlier visit may be another by this time.
  const opened = useQuery({ ...journeyOf({ ws, key }), refetchOnMount: 'always' })
  const document = useMemo(() => JourneyDocument.safeParse(opened.data?.draft.document).data, [opened.data])
  if (opened.error && !opened.isFetchedAfterMount)
    return (
      <ErrorState
        title={t('failed')}
        safe={`${problemText(opened.error)}${t('keptHere')}`}
        onRetry={() => void opened.refetch()}
      />
    )
  if (opened.error && !opened.data)
    return <ErrorState title={t('failed')} safe={problemText(opened.error)} onRetry={() => void opened.refetch()} />
  if (!opened.isFetchedAfterMount || !opened.data) return <Loading back={`/w/${ws}/journeys`} />
  if (!document)
    return (
      <ErrorState title={t('broken')} safe={t('brokenSafe')} way={t('back')} onRetry={() => go(`/w/${ws}/journeys`)} />
    )
  const { revision, savedBy, savedAt } = opened.data.draft
  // What is asked for again later must not disturb who draws: only the first answer counts.
  return (
    <Drawing key={`${ws}/${key}`} ws={ws} journey={opened.data} server={{ document, revision, savedBy, savedAt }} />
  )
}

/** What the editor shows: another `count` begins it anew. */
interface Shown {
  readonly document: JourneyDocument
  readonly count: number
}

const NOBODY = { id: '', name: '' }

function Drawing({ ws, journey: first, server }: { ws: string; journey: Journey; server: Theirs }) {
  const t = useMessages(savingMessages)
  const { me } = useSession()
  const { role, zone } = useWorkspace()
  const workspace = useCatalogue(ws)
  const upcoming = useUpcoming(ws)
  const [journey] = useState(first)
  const [, go] = useLocation()
  const [replaced, setReplaced] = useState<Shown>()
  const [later, setLater] = useState(false)
  const saving = useSaving({
    ...{ ws, journey: journey.key, person: me?.person ?? NOBODY, server },
    copyName: (name) => copyName(name, t('copyMark')),
    onEmitted: (event) => {
      if (event.type === 'replaced')
        return setReplaced((before) => ({ document: event.document, count: (before?.count ?? 0) + 1 }))
      toast.done(t('copied'), {
        way: { label: t('openIt'), onClick: () => go(addressOf(ws, event.key, 'edit')) },
      })
    },
  })
  if (!saving) return null
  return (
    <>
      <UpcomingSource value={upcoming}>
        <Editor
          key={replaced?.count ?? 0}
          document={replaced?.document ?? saving.getSnapshot().context.document}
          zone={zone}
          {...workspace}
          readOnly={!isAtLeast(role, 'operator')}
          onChange={(document) => saving.send({ type: 'change', document })}
          topBar={
            <EditBar {...{ ws, journey, saving }} catalogue={workspace.catalogue} onDecide={() => setLater(false)} />
          }
        />
      </UpcomingSource>
      <ConflictOver saving={saving} later={later} onLater={setLater} />
    </>
  )
}

/** Asks at once; whoever puts it off goes on drawing, which is kept in this browser. */
function ConflictOver({
  saving,
  later,
  onLater,
}: {
  saving: Saving
  later: boolean
  onLater: (later: boolean) => void
}) {
  const snapshot = useSnapshot(saving)
  const undecided = snapshot.matches('conflict') || snapshot.matches('copying')
  useEffect(() => {
    if (!undecided) onLater(false)
  }, [undecided, onLater])
  return undecided && !later ? <ConflictDialog saving={saving} onLater={() => onLater(true)} /> : null
}

function EditBar({
  ws,
  journey,
  saving,
  catalogue = NOTHING_KNOWN,
  onDecide,
}: {
  ws: string
  journey: Journey
  saving: Saving
  catalogue: Catalogue | undefined
  onDecide: () => void
}) {
  const t = useMessages(journeyMessages)
  const words = useMessages(editMessages)
  const { role, zone } = useWorkspace()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const { document, readOnly, act } = useEditor()
  const [publishing, setPublishing] = useState(false)
  const [simulating, setSimulating] = useState(false)
  const [forecasting, setForecasting] = useState(false)
  const [testing, setTesting] = useState(false)
  useSaveShortcut(saving)
  const rename = (name: string) => act.send({ type: 'do', name: 'rename', edit: changeJourney({ name }) })
  return (
    <TopBar
      back={journey.live ? addressOf(ws, journey.key) : `/w/${ws}/journeys`}
      crumb={journey.folder ?? undefined}
      title={<NameInput name={document.name} onRename={readOnly ? undefined : rename} />}
      state={
        <>
          <Chip mark="ring">{t('draftOf', { number: (journey.live?.version ?? 0) + 1 })}</Chip>
          <PendingApproval place={{ ws, key: journey.key }} saving={saving} />
          {!readOnly && <SaveState saving={saving} onDecide={onDecide} />}
        </>
      }
    >
      <Button icon={Play} onClick={() => setSimulating(true)}>
        {words('simulate')}
      </Button>
      {simulating && (
        <Simulating
          place={{ ws, key: journey.key }}
          {...{ document, catalogue }}
          onClose={() => setSimulating(false)}
        />
      )}
      {isAtLeast(role, 'analyst') && (
        <Button icon={ChartNoAxesColumn} onClick={() => setForecasting(true)}>
          {words('forecast')}
        </Button>
      )}
      {forecasting && (
        <Forecast place={{ ws, key: journey.key }} {...{ document, zone }} onClose={() => setForecasting(false)} />
      )}
      {document.tests && document.tests.length > 0 && (
        <IconButton framed size="bar" icon={ListChecks} label={words('tests')} onClick={() => setTesting(true)} />
      )}
      {testing && (
        <PathTests
          {...{ ws, document }}
          onNode={(node) => {
            setTesting(false)
            act.openNode(node)
          }}
          onClose={() => setTesting(false)}
        />
      )}
      {isAtLeast(role, 'operator') && (
        <Button look="primary" icon={Rocket} onClick={() => setPublishing(true)}>
          {words('publish')}
        </Button>
      )}
      {publishing && (
        <PublishDialog
          place={{ ws, key: journey.key }}
          saving={saving}
          isFirst={journey.live === null}
          onNode={(node, field) => {
            setPublishing(false)
            act.openNode(node, field)
          }}
          onPublished={({ version, revision }) => {
            saving.send({ type: 'published', revision })
            toast.done(words('published', { name: document.name, version }))
            queries.removeQueries(journeyOf({ ws, key: journey.key }))
            go(addressOf(ws, journey.key))
          }}
          onClose={() => setPublishing(false)}
        />
      )}
    </TopBar>
  )
}

/** Ctrl S saves at once; the browser would offer to save the page. */
function useSaveShortcut(saving: Saving): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      saving.send({ type: 'save' })
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [saving])
}
