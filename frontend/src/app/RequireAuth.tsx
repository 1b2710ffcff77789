import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useAuth } from '../lib/api/apiContext';

interface RequireAuthProps {
  /**
   * An open document stays on the screen when the user's session ends, so that unsaved text can still
   * be copied; the editor itself says what happened.
   */
  readonly staysWhenSignedOut?: boolean;
}

/** Sends visitors to the sign-in page, and from there back to where they wanted to go. */
export function RequireAuth({ staysWhenSignedOut = false }: RequireAuthProps) {
  const signedIn = useAuth().kind === 'signed-in';
  const [cameSignedIn] = useState(signedIn);
  const { pathname } = useLocation();
  if (signedIn || (staysWhenSignedOut && cameSignedIn)) return <Outlet />;
  return <Navigate to="/sign-in" replace state={{ from: pathname }} />;
}
