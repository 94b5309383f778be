"""The addresses of log-in, under the names that allauth looks for. What is not here is not there: nobody
signs up, and e-mail addresses are the administrators' to change."""

from allauth.account.views import login, logout, reauthenticate
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.socialaccount.views import login_cancelled
from django.urls import path

from raadslag.desk.accounts import password_link, provider, views

urlpatterns = [
    path("log-ind/", login, name="account_login"),
    path("log-ud/", logout, name="account_logout"),
    path("bekraeft/", reauthenticate, name="account_reauthenticate"),
    path("adgangskode/", views.ChangePassword.as_view(), name="account_change_password"),
    path("adgangskode/glemt/", views.forgotten, name="account_reset_password"),
    path("adgangskode/<uuid:key>/<str:token>/", password_link.new_password, name="new-password"),
    path("kode/", mfa.authenticate, name="mfa_authenticate"),
    path("kode/bekraeft/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("totrin/", mfa.index, name="mfa_index"),
    path("totrin/app/", views.ActivateTotp.as_view(), name="mfa_activate_totp"),
    path("totrin/app/skift/", views.DeactivateTotp.as_view(), name="mfa_deactivate_totp"),
    path("totrin/noedkoder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("totrin/noedkoder/nye/", views.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("totrin/noedkoder/hent/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("oidc/log-ind/<str:provider_id>/", provider.begin, name="openid_connect_login"),
    path("oidc/svar/<str:provider_id>/", provider.callback, name="openid_connect_callback"),
    path("oidc/afbrudt/", login_cancelled, name="socialaccount_login_cancelled"),
]
