import uuid

from django.db import migrations, models


def key():
    return models.UUIDField(default=uuid.uuid4, editable=False, unique=True)


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0009_paper_versions'),
    ]

    operations = [
        migrations.AddField(model_name='comingcase', name='key', field=key()),
        migrations.AddField(model_name='course', name='key', field=key()),
        migrations.AddField(model_name='standingitem', name='key', field=key()),
    ]
