import { useQuery } from '@tanstack/react-query'
import { ArrowRight, LayoutTemplate } from 'lucide-react'
import { registry } from '../../../nodes/definitions.ts'
import { views } from '../../../nodes/views.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Tile } from '../../kit/tile.tsx'
import { useLanguage } from '../../locale/language.ts'
import { useMessages } from '../../locale/messages.ts'
import { journeysMessages } from './locale.ts'
import { type Template, templatesOf } from './queries.ts'

const SHOWN = 4

interface Picks {
  readonly ws: string
  readonly onPick: (template: Template) => void
}

/** A few templates above the list. */
export function TemplateStrip({ ws, onPick, onAll }: Picks & { onAll: () => void }) {
  const t = useMessages(journeysMessages)
  const { data: templates = [] } = useQuery(templatesOf(ws))
  if (templates.length === 0) return null
  return (
    <section aria-label={t('startFrom')} className="shrink-0 pt-2.5 pb-3.5">
      <p className="mb-3 flex items-baseline gap-2.5">
        <span className="font-semibold text-ink">{t('startFrom')}</span>
        <span className="text-ink-3 text-secondary">{t('startFromNote')}</span>
      </p>
      <div className="grid auto-cols-fr grid-flow-col gap-3">
        {templates.slice(0, SHOWN).map((template) => (
          <TemplateCard key={template.key} template={template} among={templates} onPick={onPick} />
        ))}
        {templates.length > SHOWN && (
          <button
            type="button"
            onClick={onAll}
            className="flex h-14 items-center justify-center gap-1.5 rounded-card border border-border text-brand-text hover:border-border-strong"
          >
            {t('allTemplates', { count: templates.length })}
            <Icon of={ArrowRight} size="tile" />
          </button>
        )}
      </div>
    </section>
  )
}

/** All templates. */
export function TemplateGallery({ ws, onPick, onClose }: Picks & { onClose: () => void }) {
  const t = useMessages(journeysMessages)
  const { data: templates = [] } = useQuery(templatesOf(ws))
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('galleryTitle')}
      description={t('galleryHelp')}
      width={720}
    >
      <div className="grid grid-cols-2 gap-3">
        {templates.map((template) => (
          <TemplateCard key={template.key} template={template} among={templates} onPick={onPick} whole />
        ))}
      </div>
    </Dialog>
  )
}

function TemplateCard({
  template,
  among,
  onPick,
  whole = false,
}: Omit<Picks, 'ws'> & { template: Template; among: readonly Template[]; whole?: boolean }) {
  const language = useLanguage()
  const { icon, category } = faceOf(template, among)
  const description = template.description[language]
  return (
    <button
      type="button"
      onClick={() => onPick(template)}
      className={`flex min-w-0 gap-3 rounded-card border border-border bg-surface px-3.5 text-left transition-shadow hover:border-border-strong hover:shadow-rest ${whole ? 'items-start py-3' : 'h-14 items-center'}`}
    >
      <Tile icon={icon} category={category} size="head" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-semibold text-ink">{template.name[language]}</span>
        <span
          title={whole ? undefined : description}
          className={`block text-ink-3 text-secondary ${whole ? '' : 'truncate'}`}
        >
          {description}
        </span>
      </span>
    </button>
  )
}

/** Types of its nodes, in their order. */
function typesOf({ document }: Template): readonly string[] {
  const nodes = Array.isArray(document.nodes) ? (document.nodes as { type?: unknown }[]) : [] // a journey, as the server has it
  return nodes.map(({ type }) => String(type))
}

/** A template looks like the first step that no other one has, else like the first thing its members get. */
function faceOf(template: Template, among: readonly Template[]) {
  const types = typesOf(template)
  const elsewhere = new Set(among.filter((other) => other !== template).flatMap(typesOf))
  const own = types.find((type) => !elsewhere.has(type))
  const given = types.find((type) => ['reward', 'message'].includes(registry.get(type)?.category ?? ''))
  const type = own ?? given ?? types[0] ?? ''
  return { icon: views.get(type)?.icon ?? LayoutTemplate, category: registry.get(type)?.category ?? 'control' }
}
