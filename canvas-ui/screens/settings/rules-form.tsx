import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { JsonObject } from '../../../engine/core/json.ts'
import { useWorkspace } from '../../app/session.tsx'
import { useFailed } from '../../app/use-failed.ts'
import { type FormWords, NOTHING_KNOWN } from '../../forms/form-context.ts'
import { SchemaForm } from '../../forms/settings-form.tsx'
import { Button } from '../../kit/button.tsx'
import { toast } from '../../kit/toast.tsx'
import { useMessages } from '../../locale/messages.ts'
import { catalogueOf } from '../segments/queries.ts'
import { settingsMessages } from './locale.ts'

/** Rules of the workspace by the form of their schema, saved as a whole. */
export function RulesForm<Rules extends object, Saved extends object>({
  schema,
  words,
  saved,
  readOnly = false,
  done,
  queryKey,
  save,
}: {
  schema: z.ZodType<Rules>
  words: FormWords
  saved: Rules
  readOnly?: boolean | undefined
  /** What is said once they are saved. */
  done: string
  /** Under which they are remembered. */
  queryKey: readonly unknown[]
  save: (rules: Rules) => Promise<Saved>
}) {
  const t = useMessages(settingsMessages)
  const failed = useFailed()
  const queries = useQueryClient()
  const { key: ws, zone } = useWorkspace()
  // Events and attributes that are known are suggested.
  const { data: catalogue = NOTHING_KNOWN } = useQuery(catalogueOf(ws))
  const [draft, setDraft] = useState<JsonObject>()
  const { data: valid } = schema.safeParse(draft)
  const saving = useMutation({
    mutationFn: save,
    onSuccess: (rules) => {
      queries.setQueryData(queryKey, rules)
      setDraft(undefined)
      toast.done(done)
    },
    onError: failed,
  })
  return (
    <section className="flex max-w-100 flex-col gap-4">
      <SchemaForm
        {...{ schema, words, zone, readOnly }}
        settings={draft ?? (saved as JsonObject)} // the schema of rules describes JSON
        problems={NO_PROBLEMS}
        catalogue={catalogue}
        onChange={setDraft}
      />
      {!readOnly && (
        <Button
          look="primary"
          className="self-start"
          busy={saving.isPending}
          disabled={!valid}
          onClick={() => valid && saving.mutate(valid)}
        >
          {t('save')}
        </Button>
      )}
    </section>
  )
}

const NO_PROBLEMS: readonly never[] = []
