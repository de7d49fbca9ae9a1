import { CircleAlert, TriangleAlert } from 'lucide-react'
import { classes } from '../kit/classes.ts'
import { Icon } from '../kit/icon.tsx'
import { useForm } from './form-context.ts'

/** What is wrong with the settings as a whole. */
export function FormFaults() {
  const { faults } = useForm()
  const whole = faults.filter((fault) => fault.path === '')
  if (whole.length === 0) return null
  return (
    <ul className="flex flex-col gap-1">
      {whole.map(({ text, severity }) => (
        <li
          key={text}
          role={severity === 'error' ? 'alert' : undefined}
          className={classes('flex items-start gap-1 text-secondary', severity === 'error' ? 'text-bad' : 'text-warn')}
        >
          <Icon of={severity === 'error' ? CircleAlert : TriangleAlert} size="badge" className="mt-[3px]" />
          {text}
        </li>
      ))}
    </ul>
  )
}
