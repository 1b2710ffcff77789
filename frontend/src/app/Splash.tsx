import { Brand } from '../components/ui/Brand';
import { Spinner } from '../components/ui/Spinner';
import classes from './Splash.module.css';

/** Shown while the page finds out who is there, and while its code is on the way. */
export function Splash() {
  return (
    <main className={classes.splash}>
      <Brand />
      <Spinner />
    </main>
  );
}
