/** What a node says in one language: its name, what it does, and the labels of its settings, outcomes and problems. */
export interface NodeText {
  readonly name: string
  readonly help: string
  readonly fields: Readonly<Record<string, string>>
  readonly outcomes: Readonly<Record<string, string>>
  readonly problems: Readonly<Record<string, string>>
}

export interface NodeLocale {
  readonly 'zh-CN': NodeText
  readonly en: NodeText
}
