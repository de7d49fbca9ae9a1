import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { Rule } from '../../../engine/core/rules/rule.ts'
import { Problem } from '../../api/problem.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { PageHead } from '../../app/heads.tsx'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { ConditionBuilder } from '../../conditions/condition-builder.tsx'
import { completeRule, type DraftRule, NO_CONDITION } from '../../conditions/draft.ts'
import { conditionEvents, memberFields } from '../../conditions/fields.ts'
import { Button } from '../../kit/button.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Notice } from '../../kit/notice.tsx'
import { toast } from '../../kit/toast.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { isKey, NameAndKey } from '../sets/name-and-key.tsx'
import { ComputedSet } from './computed-set.tsx'
import { DeleteSegment } from './delete-segment.tsx'
import { LiveCount, PeopleOfRule } from './live-count.tsx'
import { segmentMessages } from './locale.ts'
import { catalogueOf, saveSegment, segmentOf } from './queries.ts'

const NEW = 'new'

/** A segment as it was read; a new one has no key yet. */
interface Begun {
  readonly key: string | undefined
  readonly name: string
  readonly rule: DraftRule
  readonly etag: string | undefined
}

/** One segment: its rule, how many it holds for, and who they are. `new` makes one. */
export function SegmentPage() {
  const t = useMessages(segmentMessages)
  const problemText = useProblemText()
  const { key: ws } = useWorkspace()
  const { segment: address = NEW } = useParams<{ segment: string }>()
  const read = useQuery({ ...segmentOf(ws, address), enabled: address !== NEW })
  if (address === NEW)
    return <Editor key={NEW} ws={ws} begun={{ key: undefined, name: '', rule: NO_CONDITION, etag: undefined }} />
  if (read.error && !read.data)
    return <ErrorState title={t('listFailed')} safe={problemText(read.error)} onRetry={() => void read.refetch()} />
  if (!read.data) return null
  const { key, name, rule, etag } = read.data
  return <Editor key={`${key} ${etag}`} ws={ws} begun={{ key, name, rule: Rule.parse(rule), etag }} />
}

function Editor({ ws, begun }: { ws: string; begun: Begun }) {
  const t = useMessages(segmentMessages)
  const language = useLanguage()
  const { role } = useWorkspace()
  const edits = isAtLeast(role, 'analyst')
  const [name, setName] = useState(begun.name)
  const [key, setKey] = useState(begun.key ?? '')
  const [draft, setDraft] = useState(begun.rule)
  const catalogue = useQuery(catalogueOf(ws))
  const fields = useMemo(
    () => (catalogue.data ? memberFields(catalogue.data, language) : []),
    [catalogue.data, language],
  )
  const events = useMemo(
    () => (catalogue.data ? conditionEvents(catalogue.data, language) : []),
    [catalogue.data, language],
  )
  const rule = useMemo(() => completeRule(draft), [draft])
  const saving = useSaving(ws, begun)
  const ready = rule !== undefined && name.trim() !== '' && isKey(key)
  const save = (over?: string) => rule && saving.mutate({ key, name: name.trim(), rule, etag: over ?? begun.etag })
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-6 pb-6">
      <PageHead title={begun.name || t('create')} back={`/w/${ws}/segments`}>
        {begun.key !== undefined && begun.etag !== undefined && edits && (
          <DeleteSegment ws={ws} segment={{ key: begun.key, name: begun.name, etag: begun.etag }} />
        )}
        {edits && (
          <Button look="primary" disabled={!ready} busy={saving.isPending} onClick={() => save()}>
            {t('save')}
          </Button>
        )}
      </PageHead>
      <div className="flex max-w-[880px] flex-col gap-4">
        {!edits && <Notice title={t('cannotEdit')} />}
        <Refused error={saving.error} begun={begun} ws={ws} onKeep={save} />
        <NameAndKey isNew={begun.key === undefined} onName={setName} onKey={setKey} {...{ name, keyOf: key, t }} />
        <ConditionBuilder
          value={draft}
          onChange={setDraft}
          fields={fields}
          events={events}
          count={<LiveCount ws={ws} rule={rule} />}
        />
        {begun.key !== undefined && <ComputedSet ws={ws} segment={begun.key} edits={edits} />}
      </div>
      {rule && isAtLeast(role, 'analyst') && (
        <div className="pt-4">
          <PeopleOfRule ws={ws} rule={rule} />
        </div>
      )}
    </div>
  )
}

function useSaving(ws: string, begun: Begun) {
  const t = useMessages(segmentMessages)
  const queries = useQueryClient()
  const [, go] = useLocation()
  return useMutation({
    mutationFn: ({ key, name, rule, etag }: { key: string; name: string; rule: Rule; etag: string | undefined }) =>
      saveSegment(ws, key, { name, rule }, etag),
    onSuccess: async (_, { key }) => {
      toast.done(t('saved'))
      await queries.invalidateQueries({ queryKey: ['segments', ws] })
      await queries.invalidateQueries({ queryKey: ['segment', ws, key] })
      if (begun.key === undefined) go(`/w/${ws}/segments/${key}`, { replace: true })
    },
  })
}

/** Somebody saved first: nothing of either is lost, and who comes second chooses. */
function Refused({
  error,
  begun,
  ws,
  onKeep,
}: {
  error: Error | null
  begun: Begun
  ws: string
  onKeep: (etag: string) => void
}) {
  const t = useMessages(segmentMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  if (!error) return null
  if (!(error instanceof Problem) || error.code !== 'segment-changed')
    return <Notice tone="bad" title={problemText(error)} />
  if (begun.key === undefined) return <Notice tone="bad" title={t('exists')} />
  const { etag } = (error.document ?? {}) as { etag?: string } // as the server's problem has it
  if (etag === undefined) return <Notice tone="bad" title={t('gone')} />
  return (
    <Notice
      tone="warn"
      title={t('changed')}
      action={
        <span className="flex gap-2">
          <Button size="dense" onClick={() => void queries.invalidateQueries({ queryKey: ['segment', ws, begun.key] })}>
            {t('takeNew')}
          </Button>
          <Button size="dense" onClick={() => onKeep(etag)}>
            {t('keep')}
          </Button>
        </span>
      }
    />
  )
}
