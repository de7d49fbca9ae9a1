import { useMemo } from 'react'
import type { z } from 'zod'
import type { DocumentNode } from '../../engine/core/journey/document.ts'
import type { NodeDefinition } from '../../engine/core/journey/node.ts'
import type { Problem } from '../../engine/core/journey/problems.ts'
import { shapeOf } from '../../engine/core/journey/settings-shape.ts'
import type { Json, JsonObject } from '../../engine/core/json.ts'
import { registry } from '../../nodes/definitions.ts'
import { locales } from '../../nodes/locales.ts'
import { settingsOf } from '../canvas/outcomes.ts'
import { later } from '../kit/later.tsx'
import { useLanguage } from '../locale/language.ts'
import { useMessages } from '../locale/messages.ts'
import { Control } from './control.tsx'
import { isObject } from './draft.ts'
import { faultsIn } from './faults.ts'
import { Fields } from './fields.tsx'
import { type Catalogue, FormContext, type FormWords } from './form-context.ts'
import { FormFaults } from './form-faults.tsx'
import { MessagePreview } from './message-preview.tsx'
import { panelMessages } from './panel-locale.ts'

const Upcoming = later(async () => (await import('./upcoming.tsx')).Upcoming)

interface FormProps {
  /** What the compiler found in these settings; with their paths in `field`. */
  problems: readonly Problem[]
  catalogue: Catalogue
  /** IANA zone of local times. */
  zone: string
  /** Events that begin the journey: their properties are variables. */
  entryEvents?: readonly string[] | undefined
  readOnly?: boolean | undefined
  /**
   * Takes the settings as they are now, valid or not: a document holds what was typed, so that saving, undo and the
   * compiler know it too. `at` is the path of what was changed: edits of one path are one step to take back.
   */
  onChange: (settings: JsonObject, at: string) => void
}

const NO_EVENTS: readonly string[] = []

/** The settings of a node, drawn from its schema. A type that is not registered has none. */
export function SettingsForm({ node, ...rest }: FormProps & { node: DocumentNode }) {
  const language = useLanguage()
  const definition = registry.get(node.type)
  const schema = definition?.settings
  const words = locales.get(node.type)?.[language]
  // Another node begins with another form: nothing of the one before may stay in it.
  if (!schema || !words) return null
  const question = { type: node.type, settings: node.settings, zone: rest.zone }
  return (
    <>
      <SchemaForm key={node.id} schema={schema} words={words} settings={node.settings} {...rest} />
      {hasTimes(definition, settingsOf(node)) && <Upcoming question={question} />}
    </>
  )
}

/** Whether times are set in valid settings; undefined: they are not valid. */
function hasTimes({ trigger, opensAt }: NodeDefinition, settings: unknown): boolean {
  if (settings === undefined) return false
  const audience = trigger?.(settings, '').audience
  if (audience) return audience.firing.kind !== 'now'
  return opensAt?.(settings) !== undefined
}

/** A form for any schema that `shapeOf` can read. */
export function SchemaForm({
  schema,
  words,
  settings,
  problems,
  catalogue,
  zone,
  entryEvents = NO_EVENTS,
  readOnly = false,
  onChange,
}: FormProps & { schema: z.ZodType; words: FormWords; settings: JsonObject }) {
  const language = useLanguage()
  const t = useMessages(panelMessages)
  const shape = shapeOf(schema)
  const form = useMemo(
    () => ({
      words,
      faults: faultsIn(schema, settings, problems, language),
      catalogue,
      zone,
      entryEvents,
      readOnly,
      Control,
    }),
    [words, schema, settings, problems, language, catalogue, zone, entryEvents, readOnly],
  )
  const props = {
    path: '',
    value: settings,
    onChange: (next: Json | undefined, at: string) => isObject(next) && onChange(next, at),
  }
  return (
    <FormContext value={form}>
      <div className="flex flex-col gap-4">
        <FormFaults />
        {shape.kind === 'group' ? (
          shape.fields.length === 0 ? (
            <p className="text-ink-3">{t('noSettings')}</p>
          ) : (
            <Fields {...props} fields={shape.fields} />
          )
        ) : (
          <Control {...props} shape={shape} label="" within={{}} />
        )}
        {shape.hint.preview && <MessagePreview shape={shape} settings={settings} />}
      </div>
    </FormContext>
  )
}
