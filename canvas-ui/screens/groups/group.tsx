import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { useProblemText } from '../../api/problem-text.ts'
import { PageHead } from '../../app/heads.tsx'
import { MoreRow } from '../../app/more.tsx'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Notice } from '../../kit/notice.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { PeopleTable } from '../members/people-table.tsx'
import { DeleteSet } from '../sets/delete-set.tsx'
import { isKey, NameAndKey } from '../sets/name-and-key.tsx'
import { groupMessages } from './locale.ts'
import { deleteGroup, groupOf, peopleOfGroup, saveGroup } from './queries.ts'
import { UploadList } from './upload-list.tsx'

const NEW = 'new'

/** One group: its name, who is in it, and how more come in. `new` makes one. */
export function GroupPage() {
  const t = useMessages(groupMessages)
  const problemText = useProblemText()
  const { key: ws } = useWorkspace()
  const { group: address = NEW } = useParams<{ group: string }>()
  const read = useQuery({ ...groupOf(ws, address), enabled: address !== NEW })
  if (address === NEW) return <Editor key={NEW} ws={ws} begun={undefined} />
  if (read.error && !read.data)
    return <ErrorState title={t('listFailed')} safe={problemText(read.error)} onRetry={() => void read.refetch()} />
  return read.data ? <Editor key={read.data.key} ws={ws} begun={read.data} /> : null
}

function Editor({ ws, begun }: { ws: string; begun: { key: string; name: string } | undefined }) {
  const t = useMessages(groupMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  const [, go] = useLocation()
  const { role } = useWorkspace()
  const edits = isAtLeast(role, 'analyst')
  const [name, setName] = useState(begun?.name ?? '')
  const [key, setKey] = useState(begun?.key ?? '')
  const saving = useMutation({
    mutationFn: () => saveGroup(ws, { key, name: name.trim(), isNew: begun === undefined }),
    onSuccess: async () => {
      toast.done(t('saved'))
      await queries.invalidateQueries({ queryKey: ['groups', ws] })
      await queries.invalidateQueries({ queryKey: ['catalogue', ws] })
      if (!begun) go(`/w/${ws}/groups/${key}`, { replace: true })
    },
  })
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-6 pb-6">
      <PageHead title={begun?.name ?? t('create')} back={`/w/${ws}/groups`}>
        {begun && edits && <DeleteGroup ws={ws} group={begun} />}
        {edits && (
          <Button
            look="primary"
            disabled={name.trim() === '' || !isKey(key)}
            busy={saving.isPending}
            onClick={() => saving.mutate()}
          >
            {t('save')}
          </Button>
        )}
      </PageHead>
      <div className="flex max-w-[880px] flex-col gap-4">
        {!edits && <Notice title={t('cannotEdit')} />}
        {saving.error && <Notice tone="bad" title={problemText(saving.error)} />}
        <NameAndKey
          isNew={begun === undefined}
          isNameFixed={!edits}
          onName={setName}
          onKey={setKey}
          {...{ name, keyOf: key, t }}
        />
        {begun && edits && <UploadList ws={ws} group={begun.key} />}
      </div>
      {begun && edits && (
        <div className="pt-4">
          <PeopleOfGroup ws={ws} group={begun.key} />
        </div>
      )}
    </div>
  )
}

function PeopleOfGroup({ ws, group }: { ws: string; group: string }) {
  const t = useMessages(groupMessages)
  const problemText = useProblemText()
  const list = useInfiniteQuery(peopleOfGroup(ws, group))
  const people = list.data?.pages.flatMap((page) => page.members)
  return (
    <Card title={t('people')} className="overflow-hidden">
      {list.error && !people ? (
        <ErrorState title={t('peopleFailed')} safe={problemText(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <PeopleTable ws={ws} people={people} empty={<EmptyState text={t('noPeople')} />} />
      )}
      <MoreRow list={list} label={t('more')} space="py-3" />
    </Card>
  )
}

function DeleteGroup({ ws, group }: { ws: string; group: { key: string; name: string } }) {
  const t = useMessages(groupMessages)
  const problemText = useProblemText()
  const queries = useQueryClient()
  const [, go] = useLocation()
  return (
    <DeleteSet
      name={group.name}
      t={t}
      remove={() => deleteGroup(ws, group.key)}
      onRemoved={async () => {
        go(`/w/${ws}/groups`)
        await queries.invalidateQueries({ queryKey: ['groups', ws], exact: true })
      }}
      whyNot={problemText}
    />
  )
}
