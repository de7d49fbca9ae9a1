import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { JsonObject } from '../../../engine/core/json.ts'
import { SendingRules } from '../../../engine/core/sending/rules.ts'
import { answered, api } from '../../api/client.ts'
import { useProblemText } from '../../api/problem-text.ts'
import { isAtLeast, useWorkspace } from '../../app/session.tsx'
import { useFailed } from '../../app/use-failed.ts'
import { NOTHING_KNOWN } from '../../forms/form-context.ts'
import { sendingWords } from '../../forms/sending-words.ts'
import { SchemaForm } from '../../forms/settings-form.tsx'
import { Button } from '../../kit/button.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { toast } from '../../kit/toast.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { SettingsFrame } from './frame.tsx'
import { settingsMessages } from './locale.ts'
import { type SavedRules, sendingRulesOf } from './queries.ts'

export function SendingSettings() {
  const t = useMessages(settingsMessages)
  const problemText = useProblemText()
  const { key: ws, role } = useWorkspace()
  const { data: rules, error, refetch } = useQuery(sendingRulesOf(ws))
  const manages = isAtLeast(role, 'admin')
  return (
    <SettingsFrame tab="sending">
      <p className="-mb-2 max-w-160 text-ink-2">
        {t('sendingHelp')}
        {!manages && ` ${t('sendingReadOnly')}`}
      </p>
      {error && !rules && <ErrorState title={t('failed')} safe={problemText(error)} onRetry={() => void refetch()} />}
      {rules && <RulesForm ws={ws} saved={rules} readOnly={!manages} />}
    </SettingsFrame>
  )
}

function RulesForm({ ws, saved, readOnly }: { ws: string; saved: SendingRules; readOnly: boolean }) {
  const t = useMessages(settingsMessages)
  const language = useLanguage()
  const failed = useFailed()
  const queries = useQueryClient()
  const { zone } = useWorkspace()
  const [draft, setDraft] = useState<JsonObject>()
  const { data: valid } = SendingRules.safeParse(draft)
  const save = useMutation({
    mutationFn: (body: SavedRules) =>
      answered(api.PUT('/api/w/{ws}/sending-rules', { params: { path: { ws } }, body })),
    onSuccess: (rules) => {
      queries.setQueryData(sendingRulesOf(ws).queryKey, rules)
      setDraft(undefined)
      toast.done(t('sendingSaved'))
    },
    onError: failed,
  })
  return (
    <section className="flex max-w-100 flex-col gap-4">
      <SchemaForm
        schema={SendingRules}
        words={sendingWords[language]}
        settings={draft ?? (saved as JsonObject)} // the schema of rules describes JSON
        problems={NO_PROBLEMS}
        catalogue={NOTHING_KNOWN}
        {...{ zone, readOnly }}
        onChange={setDraft}
      />
      {!readOnly && (
        <Button
          look="primary"
          className="self-start"
          busy={save.isPending}
          disabled={!valid}
          onClick={() => valid && save.mutate(valid as SavedRules)} // what is not there is absent in it
        >
          {t('save')}
        </Button>
      )}
    </section>
  )
}

const NO_PROBLEMS: readonly never[] = []
