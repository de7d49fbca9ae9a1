import { Mail } from 'lucide-react'
import { defineView } from '../view.ts'
import type { Settings } from './node.ts'

export const view = defineView<Settings>({ icon: Mail, summary: ({ subject }, words) => words.template(subject) })
