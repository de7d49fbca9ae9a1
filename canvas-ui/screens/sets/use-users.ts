import { Problem } from '../../api/problem.ts'
import { useLanguage } from '../../locale/language.ts'

/** Tells the names of the journeys that a problem of this code lists, as in a sentence; empty where it is another problem. */
export function useUsers(): (error: unknown, code: string) => string {
  const language = useLanguage()
  return (error, code) => {
    if (!(error instanceof Problem) || error.code !== code) return ''
    const { journeys = [] } = (error.document ?? {}) as { journeys?: { name: string }[] } // as the server's problem has it
    return journeys.map((journey) => journey.name).join(language === 'en' ? ', ' : '、')
  }
}
