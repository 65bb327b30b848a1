"""The layout of a letter, and the logo of a company that 商务版式 prints."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("letters", "0006_letter_by_code")]

    operations = [
        migrations.AddField("company", "logo", models.CharField(blank=True, max_length=64)),
        migrations.AddField("letter", "layout", models.CharField(blank=True, max_length=20)),
    ]
