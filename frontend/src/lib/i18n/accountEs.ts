import type { accountEn } from './accountEn';
import type { Shape } from './texts';

export const accountEs: Shape<typeof accountEn> = {
  or: 'o',
  signInWith: 'Entrar con {{company}}',
  problems: {
    'sso-away': '{{company}} no responde en este momento. Inténtalo de nuevo dentro de poco.',
    'sso-expired':
      'La entrada tardó demasiado o se empezó en otra ventana. Inténtalo de nuevo, por favor.',
    'sso-failed': '{{company}} no te dejó entrar. Inténtalo de nuevo, por favor.',
    'sso-unverified-email': '{{company}} aún no ha verificado tu correo electrónico.',
    'sso-foreign-domain': 'Con tu dirección de correo no se puede entrar aquí.',
    'sso-unknown-user': 'Aquí no hay ninguna cuenta para ti. Pregunta a un administrador.',
    'account-suspended': 'Esta cuenta está suspendida. Pregunta a un administrador.',
    other: 'No se pudo entrar. Inténtalo de nuevo, por favor.',
  },
  picture: 'Tu imagen',
  choosePicture: 'Elegir una imagen…',
  removePicture: 'Quitar',
  pictureHint: 'PNG, JPEG o GIF. Se muestra el centro, como un cuadrado pequeño.',
  password: 'Contraseña',
  changePassword: 'Cambiar la contraseña',
  currentPassword: 'Contraseña actual',
  newPassword: 'Contraseña nueva',
  newPasswordHint: 'Al menos 10 caracteres. Se cierran tus demás sesiones.',
  passwordChanged: 'Tu contraseña ha cambiado. Tus demás sesiones están cerradas.',
  wrongPassword: 'Esa no es tu contraseña.',
  sessions: 'Dónde has entrado',
  thisSession: 'Este navegador',
  session: '{{program}} desde {{address}}',
  unknownProgram: 'Un programa',
  unknownAddress: 'una dirección desconocida',
  used: 'Último uso {{when}}',
  endSession: 'Cerrar',
  endSessionLabel: 'Cerrar {{session}}',
  endOthers: 'Cerrar todas las demás sesiones',
};
