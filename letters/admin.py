"""The administration site keeps accounts, roles and how many approve; nothing of the letters: it is no way round."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.utils.translation import gettext_lazy as _

from letters.definitions.catalogue import PACKS
from letters.models import FamilyRule
from letters.questions.language import spoken

admin.site.unregister([User, Group])
admin.site.site_header = admin.site.site_title = _("诺成 账号管理")
admin.site.index_title = _("账号与角色")


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Roles only: nobody can be made superuser here, and accounts with letters are switched off, not deleted."""

    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("姓名与邮箱"), {"fields": ("last_name", "first_name", "email")}),
        (_("角色"), {"fields": ("is_active", "is_staff", "groups")}),
    )
    list_display = ("username", "last_name", "first_name", "is_active")
    list_filter = ("is_active", "groups")
    filter_horizontal = ("groups",)

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        """Superusers, made on the command line only, are out of reach."""
        found = super().get_queryset(request)
        return found if request.user.is_superuser else found.filter(is_superuser=False)


@admin.register(FamilyRule)
class FamilyRuleAdmin(admin.ModelAdmin):
    """A family without a rule is approved by one person."""

    list_display = ("family", "second_approver")
    actions = None

    @admin.display(description=_("系列"), ordering="pack")
    def family(self, rule):
        return str(rule)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        """In the language of the page; the column's own choices are Chinese."""
        found = super().formfield_for_choice_field(db_field, request, **kwargs)
        found.choices = [("", "---------"), *((key, spoken(*names)) for key, names in PACKS.items())]
        return found
