import { BellRing } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({ icon: BellRing, summary: ({ text }, words) => words.template(text) })
